import { expect, it } from 'vitest';
import { projectLabel } from '../../src/cli/project-label.js';
import { compile } from '../../src/pipeline.js';
import type { ImageDefinition } from '../../src/spec/types.js';

function labelOf(definition: Pick<ImageDefinition, 'name' | 'version' | 'registry' | 'tags'>, dir?: string): string | undefined {
  const result = compile({ base: 'debian:bookworm-slim', ...definition }, dir === undefined ? {} : { dir });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return projectLabel(result.spec);
}

it('is the name of the definition with its registry, whatever the version, further tags and the folder', () => {
  expect(labelOf({ name: 'tides', version: '0.1' }, 'atlas')).toBe('imagewright.project=tides');
  expect(labelOf({ name: 'tides', tags: ['sea/ebb:2'] }, 'almanac')).toBe('imagewright.project=tides');
  expect(labelOf({ name: 'tides', registry: 'registry.example.org:5000/team', version: '2' })).toBe(
    'imagewright.project=registry.example.org:5000/team/tides',
  );
});

it('is, of a definition without a name, that which its tag has: the name of the folder, or none', () => {
  expect(labelOf({}, 'tide-table')).toBe('imagewright.project=tide-table');
  expect(labelOf({})).toBeUndefined();
});
