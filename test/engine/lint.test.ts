/** `lint --engine-check`: what the engine's own check of the Dockerfile finds, told where image.ts says it. */

import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { command, folderWith } from '../support/command.js';
import { describeEngine } from '../support/engine.js';
import { onlyRules } from '../support/only-rules.js';

/** With the engine. */
function lint(source: string, ...args: readonly string[]) {
  const folder = folderWith({ 'image.ts': source });
  const ended = command(['lint', '--engine-check', ...args], folder, process.env as Readonly<Record<string, string>>);
  expect(readdirSync(folder)).toEqual(['image.ts']);
  return ended;
}

describeEngine('lint --engine-check', () => {
  it('has nothing to add to what is right, and builds and leaves nothing', () => {
    expect(lint(`export default { base: 'debian:bookworm-slim', run: ['date'], lint: ${onlyRules()} };\n`)).toEqual({
      status: 0,
      stdout: '',
      stderr: 'no findings\n',
    });
  });

  it('does not tell again what a rule has found there', () => {
    const raw = `export default { base: 'debian:bookworm-slim', raw: ['MAINTAINER someone'], lint: ${onlyRules('maintainer')} };\n`;
    const { status, stdout } = lint(raw, '--json');
    const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly { readonly code: string; readonly origin: string }[] };
    expect({ status, found: diagnostics.map(({ code, origin }) => `${origin} ${code}`) }).toEqual({ status: 1, found: ['raw[0] maintainer'] });
  });

  it('tells why the engine could not build it, where image.ts says so', () => {
    const { status, stdout } = lint(`export default {\n  base: '127.0.0.1:1/tides:1',\n  run: ['date'],\n  lint: ${onlyRules()},\n};\n`);
    expect({ status, lines: stdout.split('\n').slice(0, 3) }).toEqual({
      status: 1,
      lines: [
        expect.stringMatching(/^image\.ts:2:9 error base: 127\.0\.0\.1:1\/tides:1: failed to resolve source metadata .* \(build-error\)$/) as string,
        "  2 |   base: '127.0.0.1:1/tides:1',",
        '    |         ^^^^^^^^^^^^^^^^^^^^^',
      ],
    });
  });
});
