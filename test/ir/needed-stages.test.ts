import { expect, it } from 'vitest';
import { neededStages } from '../../src/ir/needed-stages.js';
import { compile } from '../../src/pipeline.js';
import type { ImageDefinition } from '../../src/spec/types.js';

function needed(definition: ImageDefinition): readonly (string | undefined)[] {
  const result = compile(definition, { dir: 'tides' });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return neededStages(result.program).map(({ name }) => name);
}

const base = 'debian:bookworm-slim';
const stages = {
  tables: { base, run: ['make tables'] },
  build: { base: { stage: 'tables' as const }, run: ['make'] },
  docs: { base, run: ['make docs'] },
};

it.each<readonly [string, Partial<ImageDefinition>, readonly (string | undefined)[]]>([
  ['what it copies from, and what that stands on', { copy: [{ stage: 'build', from: '/tides', to: '/' }] }, ['tables', 'build', undefined]],
  ['what it mounts', { run: [{ script: 'ls', mounts: [{ kind: 'bind', target: '/d', stage: 'docs' }] }] }, ['docs', undefined]],
  ['nothing else', {}, [undefined]],
  ['nothing of the last stage where another is the image', { target: 'docs', copy: [{ stage: 'build', from: '/tides', to: '/' }] }, ['docs']],
])('an image needs %s', (_, more, names) => {
  expect(needed({ base, stages, ...more } as ImageDefinition)).toEqual(names);
});
