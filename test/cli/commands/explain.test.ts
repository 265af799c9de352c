import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.js';

const definition = `export default {
  name: 'tides',
  base: 'debian:bookworm-slim',
  apt: ['jq', 'git'],
  labels: { maintainer: 'someone@example.org' },
  cmd: ['date'],
};
`;

const explained = `tides, layers: cache. A commit costs 0.3 s of building and 1.6 MB of layers, on the average

1. order-packages: packages stand in alphabetical order, each once
   The same packages give the same bytes, and the same cache, in whatever order they were written.
   from image.ts:4:9 apt[0], image.ts:4:15 apt[1]
          DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
     -        jq \\
     -        git
     +        git \\
     +        jq

2. mount-caches: downloads of package managers stay in a cache of the builder
   A package that was downloaded once is not downloaded again when another one is added, and no archive or list gets into the image.
   from image.ts:4:8 apt, image.ts:4:9 apt[0], image.ts:4:15 apt[1]
   saves 0.0 s of building and 0.2 MB of layers a commit
      # System packages
     -RUN apt-get update && \\
     -    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
     +RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
     +    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\
     +    apt-get update && \\
     +    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index \\
              git \\
     -        jq
     +        jq && \\
     +    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log
`;

const folder = () => folderWith({ 'image.ts': definition });

describe('explain', () => {
  it('tells what each pass changed, why, from where and what it saves', () => {
    expect(command(['explain'], folder())).toEqual({ status: 0, stdout: explained, stderr: '' });
  });

  it('says so when no pass changed anything', () => {
    const stdout = 'tides, layers: as-written. A commit costs 0.3 s of building and 1.8 MB of layers, on the average\n\nNo pass changed anything.\n';
    expect(command(['explain', '--layers', 'as-written'], folder())).toEqual({ status: 0, stdout, stderr: '' });
  });

  it('tells where a line comes from, and which passes had a hand in it', () => {
    const stdout = `line 10      DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index \\
image.ts:4:8 apt
  4 |   apt: ['jq', 'git'],
    |        ^^^^^^^^^^^^^
image.ts:4:9 apt[0]
  4 |   apt: ['jq', 'git'],
    |         ^^^^
image.ts:4:15 apt[1]
  4 |   apt: ['jq', 'git'],
    |               ^^^^^
order-packages: packages stand in alphabetical order, each once
mount-caches: downloads of package managers stay in a cache of the builder
`;
    expect(command(['explain', '10'], folder())).toEqual({ status: 0, stdout, stderr: '' });
    expect(command(['explain', 'image.ts', '--line', '10'], folder()).stdout).toBe(stdout);
  });

  it('says so of a line that nobody asked for', () => {
    const stdout = 'line 3  \nNobody asked for it: the layout of the file, or its header.\n';
    expect(command(['explain', '3'], folder())).toEqual({ status: 0, stdout, stderr: '' });
  });

  it('gives the same as data', () => {
    const { ok, images } = JSON.parse(command(['explain', '--json'], folder()).stdout);
    const [{ passes, ...image }] = images;
    expect({ ok, count: images.length, ...image }).toEqual({
      ok: true,
      count: 1,
      name: 'tides',
      policy: 'cache',
      expected: { seconds: 0.286, bytes: 1_588_000 },
    });
    expect(passes[0]).toEqual({
      pass: 'order-packages',
      summary: 'packages stand in alphabetical order, each once',
      why: 'The same packages give the same bytes, and the same cache, in whatever order they were written.',
      diff: [
        '     DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\',
        '-        jq \\',
        '-        git',
        '+        git \\',
        '+        jq',
      ],
      gain: { seconds: 0, bytes: 0 },
      origins: [
        { origin: 'apt[0]', file: 'image.ts', line: 4, column: 9, endLine: 4, endColumn: 13 },
        { origin: 'apt[1]', file: 'image.ts', line: 4, column: 15, endLine: 4, endColumn: 20 },
      ],
    });
    expect(JSON.parse(command(['explain', '11', '--json'], folder()).stdout)).toEqual({
      ok: true,
      line: 11,
      text: '        git \\',
      origins: [{ origin: 'apt[1]', file: 'image.ts', line: 4, column: 15, endLine: 4, endColumn: 20 }],
      passes: passes.map(({ pass, summary, why }: Record<string, string>) => ({ pass, summary, why })),
      diagnostics: [],
    });
  });

  it('names a preset that asked for a line', () => {
    const preset =
      "import { definePreset } from 'imagewright';\nconst lab = definePreset({ name: 'lab', summary: 'git', options: {}, example: 'lab()', define: () => ({ apt: ['git'] }) });\n";
    const files = { 'image.ts': `${preset}export default { base: 'debian:bookworm-slim', presets: [lab()] };\n` };
    expect(command(['explain', '11'], folderWith(files)).stdout).toBe(`line 11          git && \\
image.ts:3:58 apt[0] (preset lab)
  3 | export default { base: 'debian:bookworm-slim', presets: [lab()] };
    |                                                          ^^^^^
mount-caches: downloads of package managers stay in a cache of the builder
`);
  });

  it.each([
    ['0', '"0" is no number of a line', 'lines of the Dockerfile are counted from 1'],
    ['99', 'the Dockerfile has no line 99', 'it has 16 lines'],
  ])('refuses line %s', (line, message, hint) => {
    expect(command(['explain', line], folder())).toEqual({ status: 2, stdout: '', stderr: `error: ${message}   (usage)\nhint: ${hint}\n` });
  });

  it('takes what is no number for the name of a definition file', () => {
    const stderr =
      'error: there is no tides   (no-definition-file)\nhint: write one with "imagewright init", or name the file: imagewright VERB path/to/image.ts\n';
    expect(command(['explain', 'tides'], folder())).toEqual({ status: 2, stdout: '', stderr });
  });

  it('asks which image a line is of', () => {
    const files = { 'image.ts': "export default { ebb: { base: 'debian:bookworm-slim' }, flood: { base: 'debian:bookworm-slim' } };\n" };
    const stderr =
      'error: a line is of one Dockerfile, and the definition file has several   (several-images)\nhint: say which with --name: ebb, flood\n';
    expect(command(['explain', '3'], folderWith(files))).toEqual({ status: 2, stdout: '', stderr });
    expect(command(['explain', '4', '--name', 'ebb'], folderWith(files)).stdout).toContain('line 4  FROM debian:bookworm-slim\n');
  });
});
