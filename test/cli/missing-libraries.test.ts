import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { command, folderWith, programFolder } from '../support/command.js';

/** An engine that builds nothing, and runs what it is told to in no container. */
const engine = () => programFolder('docker', '[ "$1" = run ] || exit 0; while [ "$1" != -- ]; do shift; done; shift 2; exec /bin/sh "$@"');

const GLIBC = `for file; do [ $# -gt 1 ] && echo "$file:"; printf '\\tlibtide.so.3 => not found\\n\\tlibc.so.6 => /lib/libc.so.6 (0x1)\\n'; done`;
const MUSL = 'echo "Error loading shared library libtide.so.3: No such file or directory (needed by $1)" >&2; exit 127';

it.each([
  ['glibc, of one program', GLIBC, ['tide.so']],
  ['glibc, of two', GLIBC, ['moon.so', 'tide.so']],
  ['musl, of one program', MUSL, ['tide.so']],
  ['musl, of two', MUSL, ['moon.so', 'tide.so']],
])('a library that is not there is told by the ldd of %s', (_, ldd, programs) => {
  const folder = folderWith(Object.fromEntries(programs.map((name) => [`made/${name}`, ''])));
  const copy = `  copy: [{ stage: 'build', from: '/out/', to: '${join(folder, 'made')}' }],`;
  const stages = "  stages: { build: { base: 'debian:bookworm-slim', run: ['make'] } },";
  writeFileSync(join(folder, 'image.ts'), `export default {\n  name: 'tides',\n  base: 'debian:bookworm-slim',\n${stages}\n${copy}\n};\n`);
  const PATH = [engine(), programFolder('ldd', ldd), '/usr/bin', '/bin'].join(':');
  const { status, stdout } = command(['build', '--json'], folder, { PATH });
  expect({ status, diagnostics: JSON.parse(stdout).diagnostics }).toEqual({
    status: 0,
    diagnostics: [
      {
        code: 'missing-library',
        severity: 'warning',
        message: expect.stringMatching(/^"libtide\.so\.3" is not in the image, and \/\S+\/made\/(?:tide|moon)\.so needs it$/),
        hint: 'add the package that has it to those that the image holds',
        origin: 'copy[0]',
        ...{ file: 'image.ts', line: 5, column: 10, endLine: 5, endColumn: copy.length - 1 },
      },
    ],
  });
});
