import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CompiledImage } from '../../../src/cli/compiled-image.js';
import { lintFacts } from '../../../src/cli/lint/lint-facts.js';
import { compile } from '../../../src/pipeline.js';
import type { ImageDefinition } from '../../../src/spec/types.js';
import { folderWith } from '../../support/command.js';

function factsOf(definition: object, files: Readonly<Record<string, string>>, prepare: (folder: string) => void = () => {}) {
  const folder = folderWith({ 'image.ts': 'export default {};\n', ...files });
  prepare(folder);
  const compiled = compile({ base: 'debian:bookworm-slim', ...definition } as ImageDefinition, { path: folder }) as CompiledImage;
  return lintFacts({ name: 'tides', path: [], compiled, dockerfile: join(folder, 'Dockerfile') }, folder, ['tides:1']);
}

const files = { 'src/main.c': 'int', 'src/.git/HEAD': 'ref', 'data/ebb.csv': '12345', 'notes.tmp': '' };

it('has the files that each source brings along, with their sizes', () => {
  const { sources } = factsOf({ copy: { src: '/src', 'data/*.csv': '/data/' } }, files);
  expect(sources).toEqual({
    src: { files: [{ path: 'src/main.c', size: 3 }] },
    'data/*.csv': { files: [{ path: 'data/ebb.csv', size: 5 }] },
  });
});

it('has all of the folder where that is copied, without what the ignore file leaves out', () => {
  const { sources } = factsOf({ copy: { '.': '/src/' }, ignore: ['*.tmp'] }, files, (folder) => symlinkSync('data', join(folder, 'link')));
  expect(sources?.['.']?.files.map(({ path }) => path)).toEqual(['data/ebb.csv', 'link', 'src/main.c']);
});

it('has no files of a source that the ignore file leaves out, and none of an empty one', () => {
  const { sources } = factsOf({ copy: { data: '/data/', hollow: '/hollow/' }, ignore: ['data'] }, files, (folder) =>
    mkdirSync(join(folder, 'hollow')),
  );
  expect(sources).toEqual({ data: { files: [] }, hollow: { files: [] } });
});

it('has the ignore file, word for word', () => {
  expect(factsOf({ copy: { src: '/src' } }, files).ignoreFile).toContain('\n*\n!src\n');
});

it('has the container profile, and the tags of the project', () => {
  const { container, ownTags } = factsOf({ container: { mounts: [{ host: 'results', to: '/results' }], user: 'caller' } }, {});
  expect({ mounts: container?.mounts, user: container?.user, ownTags }).toEqual({
    mounts: [{ host: 'results', to: '/results', readOnly: false }],
    user: 'caller',
    ownTags: ['tides:1'],
  });
});
