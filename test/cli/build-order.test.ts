/** Definitions that build on each other: the order in which they are built, which are built, and which cannot be. */

import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../support/command.js';

/** Tags, in the order in which they would be built. */
function build(definition: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = command(['build', '--dry-run', '--engine', 'docker', ...words], folderWith({ 'image.ts': definition }));
  return { status, tags: [...stdout.matchAll(/ -t (\S+)/g)].map(([, tag]) => tag), stderr };
}

const image = (name: string, base: string, more = '') => `const ${name} = { name: '${name}', version: '1', base: ${base}, ${more} };\n`;
const debian = "'debian:bookworm-slim'";

const levels = image('sea', debian) + image('tide', 'sea') + image('gauge', 'tide');
const diamond =
  image('sea', debian) + image('ebb', 'sea') + image('flood', 'sea') + image('tide', 'ebb', "copy: [{ image: 'flood:1', from: '/f', to: '/f' }]");
const ordered = (...tags: readonly string[]) => ({ status: 0, tags: tags.map((tag) => `${tag}:1`), stderr: '' });

describe('build', () => {
  it.each([
    ['three levels, the last written first', `${levels}export default { gauge, tide, sea };`, ['sea', 'tide', 'gauge']],
    ['three levels in a list', `${levels}export default [tide, gauge, sea];`, ['sea', 'tide', 'gauge']],
    ['three levels from a function', `${levels}export default async () => ({ gauge, sea, tide });`, ['sea', 'tide', 'gauge']],
    ['what two stand on, once, before both', `${diamond}export default { tide, flood, ebb, sea };`, ['sea', 'ebb', 'flood', 'tide']],
    ['a base by its tag', `${image('tide', "'sea:1'")}${image('sea', debian)}export default { tide, sea };`, ['sea', 'tide']],
    [
      'what a stage stands on, which is not the image',
      `${image('sea', debian)}${image('tide', debian, "stages: { build: { base: sea } }, copy: [{ stage: 'build', from: '/a', to: '/a' }]")}export default { tide, sea };`,
      ['sea', 'tide'],
    ],
    [
      'what a run mounts',
      `${image('sea', debian)}${image('tide', debian, "run: [{ script: 'ls', mounts: [{ kind: 'bind', image: 'sea:1', target: '/s' }] }]")}export default { tide, sea };`,
      ['sea', 'tide'],
    ],
  ])('builds in order: %s', (_, definition, tags) => {
    expect(build(definition)).toEqual(ordered(...tags));
  });

  it('builds a stage that is the image of another', () => {
    const sea = image('sea', debian, "stages: { chart: { base: 'debian:bookworm-slim' } }, target: 'chart'");
    const { stdout } = command(
      ['build', '--dry-run', '--engine', 'docker'],
      folderWith({ 'image.ts': `${sea}${image('tide', 'sea')}export default { tide, sea };` }),
    );
    expect(stdout).toContain('docker build -f sea.Dockerfile -t sea:1 --target chart ');
  });

  it('builds with --name what that is made from, too, and names only that by -t', () => {
    const file = `${diamond}export default { tide, flood, ebb, sea, broken: { name: 'broken', base: 1 } };`;
    expect(build(file, '--name', 'ebb', '-t', 'low:2')).toEqual({
      status: 0,
      tags: ['sea:1', 'low:2'],
      stderr: '"ebb" is made from "sea": built, too\n',
    });
    expect(build(file, '--name', 'tide').tags).toEqual(['sea:1', 'ebb:1', 'flood:1', 'tide:1']);
    expect(build(file, '--name', 'sea')).toEqual(ordered('sea'));
  });

  it('says with --name what is wrong with what that is made from', () => {
    const file = `const sea = { name: 'sea', version: '1', base: 'debian:bookworm-slim', apk: ['git'] };\n${image('tide', 'sea')}export default { tide, sea };`;
    const { status, stderr } = build(file, '--name', 'tide');
    expect({ status, first: stderr.split('\n')[0] }).toEqual({
      status: 2,
      first: 'image.ts:1:77 error sea.apk: "debian:bookworm-slim" is Debian, whose package manager is apt   (wrong-manager)',
    });
  });

  const circle = `const sea = { name: 'sea', version: '1', base: 'tide:1' };
${image('tide', "'gauge:1'")}${image('gauge', 'sea')}export default { sea, tide, gauge };`;

  it.each([[['build', '--dry-run']], [['generate', '--format', 'bake']]])('refuses images that wait for each other: %j', (words) => {
    expect(command(words, folderWith({ 'image.ts': circle }))).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: "sea" is made from "tide", "tide" is made from "gauge", "gauge" is made from "sea": none of them can be the first   (image-circle)
hint: let one of them start from an image that is there already
`,
    });
  });

  it('takes an image that starts from an older one of its own name for what it is', () => {
    expect(build(`${image('sea', "'sea:1'")}export default sea;`)).toEqual(ordered('sea'));
  });
});
