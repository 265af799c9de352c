import { expect, it } from 'vitest';
import { command, folderWith } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';

const TAG = 'missing-libraries-test';

/** A program and a library of its own, of which one has something in the image, one has it beside itself, and one has it nowhere. */
const definition = `export default {
  name: '${TAG}',
  base: 'debian:bookworm-slim',
  stages: {
    build: {
      base: 'debian:bookworm-slim',
      apt: ['gcc', 'libc6-dev', 'libsodium-dev'],
      run: [
        'mkdir -p /out/lib && cd /out && echo "int tide(void) { return 3; }" > tide.c && gcc -shared -o lib/libtide.so tide.c && echo "int main(void) { return 0; }" > main.c',
        'cd /out && gcc -o beside main.c -Wl,--no-as-needed -Llib -ltide && gcc -o nowhere main.c -Wl,--no-as-needed -lsodium',
      ],
    },
  },
  copy: [{ stage: 'build', from: '/out/', to: '/opt/tides' }],
};
`;

describeEngine('build', () => {
  it('warns of a library that what was copied from a stage needs and the image has not', () => {
    const folder = folderWith({ 'image.ts': definition });
    try {
      const { status, stdout } = command(['build', '--json'], folder, process.env as Readonly<Record<string, string>>);
      const { ok, diagnostics } = JSON.parse(stdout) as { readonly ok: boolean; readonly diagnostics: readonly unknown[] };
      expect({ status, ok, diagnostics }).toEqual({
        status: 0,
        ok: true,
        diagnostics: [
          {
            code: 'missing-library',
            severity: 'warning',
            message: '"libsodium.so.23" is not in the image, and /opt/tides/nowhere needs it',
            hint: 'add the package that has it to those that the image holds',
            origin: 'copy[0]',
            ...{ file: 'image.ts', line: 14, column: 10, endLine: 14, endColumn: 61 },
          },
        ],
      });
    } finally {
      docker(['rmi', '--force', TAG]);
    }
  });
});
