/** referencesOf(): the images that an image is made from, as its Dockerfile has them: bases, and what it copies from or mounts. */

import type { CompiledImage } from './compiled-image.js';

export function referencesOf({ spec, program }: CompiledImage): readonly string[] {
  const bases = spec.stages.flatMap(({ base }) => (base.kind === 'image' ? [base.image] : []));
  const stages = new Set(program.stages.flatMap(({ name }) => name ?? []));
  const sources = program.stages.flatMap(({ instructions }) =>
    instructions.flatMap((each) => {
      if (each.kind === 'copy') return each.from !== undefined && 'image' in each.from ? [each.from.image] : [];
      if (each.kind !== 'run' && each.kind !== 'install') return [];
      return each.mounts.flatMap((mount) => (mount.type === 'bind' && mount.from !== undefined && !stages.has(mount.from) ? [mount.from] : []));
    }),
  );
  return [...new Set([...bases, ...sources])];
}
