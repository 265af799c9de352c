import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../support/command.js';

/** What a terminal would obey: clears the screen, rings, turns the direction of writing. */
const HOSTILE = '\u001b[2J\u0007\u202e';
const shown = '\\u001b[2J\\u0007\\u202e';

describe('what a terminal would obey', () => {
  it('is shown in a message that a definition throws', () => {
    const folder = folderWith({ 'image.ts': `throw new Error(${JSON.stringify(`ebb ${HOSTILE}`)});\n` });
    const { stderr } = command(['generate'], folder);
    expect(stderr.split('\n')[0]).toContain(`ebb ${shown}`);
    expect(stderr).not.toContain('\u001b');
  });

  it('is shown in the name of a verb, of a file and of a folder', () => {
    const folder = folderWith({});
    expect(command([HOSTILE], folder).stderr).toBe(`error: there is no verb "${shown}"   (usage)\nhint: see "imagewright --help"\n`);
    expect(command(['generate', `${HOSTILE}.ts`], folder).stderr.split('\n')[0]).toContain(`${shown}.ts`);
    expect(command(['generate', `${HOSTILE}.ts`], folder).stderr).not.toContain('\u001b');
    expect(command(['generate', '--cwd', HOSTILE], folder).stderr.split('\n')[0]).toBe(`error: there is no folder "${shown}"   (no-such-folder)`);
  });

  it('is shown in a value, in the line where it stands and above the marks', () => {
    const folder = folderWith({ 'image.ts': `export default { /*${HOSTILE}*/ base: 'scratch', workdir: 'ebb${HOSTILE}' };\n` });
    const { stderr } = command(['generate'], folder);
    const [head, line, marks] = stderr.split('\n');
    expect(head).toMatch(/^image\.ts:1:55 error workdir: /);
    expect(line).toBe(`  1 | export default { /*${shown}*/ base: 'scratch', workdir: 'ebb${shown}' };`);
    expect(marks).toBe(`    | ${' '.repeat(line!.indexOf("'ebb") - 6)}${'^'.repeat(`'ebb${shown}'`.length)}`);
    expect(stderr).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  it('is shown in what is told on the way', () => {
    const folder = folderWith({ 'image.ts': "export default { base: 'scratch' };\n" });
    expect(command(['generate', '-o', HOSTILE], folder).stderr).toBe(`wrote ${shown}\nwrote ${shown}.dockerignore\n`);
  });
});
