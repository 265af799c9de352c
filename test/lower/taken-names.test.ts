import { expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import type { ImageDefinition } from '../../src/spec/types.js';

const built = { name: 'tides', base: 'debian:bookworm-slim', apt: { build: ['gcc'] }, pip: ['cython'] };

function stagesOf(definition: ImageDefinition): readonly string[] {
  const compiled = compile(definition, { layers: 'as-written' });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  return [...compiled.dockerfile.matchAll(/^FROM .* AS (\S+)$/gm)].map(([, name]) => name!);
}

it.each<[string, ImageDefinition, readonly string[]]>([
  ['nothing else has', built, ['build']],
  ['a stage has', { ...built, stages: { build: { base: 'debian:bookworm-slim' } } }, ['build', 'build-2']],
  ['a context has', { ...built, contexts: { build: '../data' }, copy: [{ context: 'build', from: 'tides.csv', to: '/opt/' }] }, ['build-2']],
  ['an image has', { ...built, copy: [{ image: 'build', from: '/opt/tides.csv', to: '/opt/' }] }, ['build-2']],
  ['a mounted image has', { ...built, run: [{ script: 'ls /mnt', mounts: [{ kind: 'bind', image: 'build', target: '/mnt' }] }] }, ['build-2']],
  ['the base of a stage has', { ...built, stages: { tides: { base: 'build' } } }, ['tides', 'build-2']],
])('names a stage that builds, where its name is one that %s', (_, definition, stages) => {
  expect(stagesOf(definition)).toEqual(stages);
});
