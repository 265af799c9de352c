/**
 * definition -> spec: presets merged, shorthand made long, defaults filled in, stages in build order; every value with its origin.
 *
 * Comes in: what `image.ts` exports, from TypeScript, JavaScript or JSON; it is never changed. Goes out: the spec, or undefined when it has no sound stages.
 * All faults are reported at once: what is wrong is left out of the spec, and the rest is checked all the same, here and by what takes the spec.
 */

import { createReport, type Report } from '../diagnostics.js';
import { checkStages } from './check-stages.js';
import { layersOf, type Layer } from './layers.js';
import { resolveContainer } from './resolve/container.js';
import { resolveBuild } from './resolve/build.js';
import { given } from './resolve/given.js';
import { resolveImageNames } from './resolve/image-names.js';
import { ociFacts, withOciLabels } from './resolve/oci-labels.js';
import { resolveTarget } from './resolve/target.js';
import { resolveStage } from './resolve/stage.js';
import type { ProjectFacts } from './project-facts.js';
import { entries, items, lastSaid, said } from './said.js';
import type { ImageSpec, StageSpec } from './spec.js';
import type { DefinedImage, ImageDefinition } from './types.js';
import { validate } from './validate.js';

export interface ResolveOptions {
  /** Name of the project's folder, for an image without a name. */
  readonly dir?: string;
  /** Instead of the definition's `layers`. */
  readonly layers?: ImageSpec['layers'];
  /** Instead of what the definition's `lint` says of these rules. */
  readonly lint?: ImageSpec['lint'];
  /** Instead of the definition's `dockerfile.comments`. */
  readonly comments?: boolean;
  /** For `labels: { oci: true }`. */
  readonly project?: ProjectFacts;
}

export function resolve(definition: ImageDefinition, options: ResolveOptions, report: Report): ImageSpec | undefined {
  return resolveLast([definition], options, report);
}

/** The last of a chain, in which each definition is the base of the one before. */
function resolveLast(chain: readonly ImageDefinition[], options: ResolveOptions, report: Report): ImageSpec | undefined {
  const layers = layersOf(chain.at(-1)!).map((layer) => validate(layer, report));
  const stages = checkStages(layers, report);
  if (stages === undefined) return undefined;
  // Faults of a base are told when it is compiled itself; one that stands on itself has no end.
  const resolveBelow = (base: DefinedImage) => (chain.includes(base) ? undefined : resolveLast([...chain, base], {}, createReport()));
  const resolved = stages.flatMap((stage) => resolveStage(stage, resolveBelow) ?? []);
  const target = lastSaid(layers, 'target')?.value;
  const labelled = resolved.map((stage) => labelStage(stage, stage.name === target, { layers, options, report }));
  return imageSpec(layers, labelled, { options, report });
}

interface Surroundings {
  readonly layers: readonly Layer[];
  readonly options: ResolveOptions;
  readonly report: Report;
}

function labelStage(stage: StageSpec, isImage: boolean, { layers, options, report }: Surroundings): StageSpec {
  if (stage.oci === undefined) return stage;
  if (isImage) return { ...stage, labels: withOciLabels(stage.labels, stage.oci, ociFacts(layers, options.project)) };
  const thing = stage.name === undefined ? 'the final stage' : `the stage "${stage.name}"`;
  report.error('oci-in-stage', stage.oci, {
    message: `"oci" labels the image, and ${thing} is not the image`,
    hint: 'write it in the labels of the stage that becomes the image',
  });
  return stage;
}

interface Resolving {
  readonly options: ResolveOptions;
  readonly report: Report;
}

function imageSpec(layers: readonly Layer[], stages: readonly StageSpec[], { options, report }: Resolving): ImageSpec {
  return {
    ...resolveImageNames(layers, options.dir),
    stages,
    ...given('target', lastSaid(layers, 'target')),
    layers: options.layers ?? lastSaid(layers, 'layers')?.value ?? 'cache',
    ...given('dockerfile', resolveTarget(said(layers, 'dockerfile'), report)),
    comments: options.comments ?? lastSaid(said(layers, 'dockerfile'), 'comments')?.value ?? true,
    // Every one is kept: of patterns the last match wins.
    ignore: said(layers, 'ignore').flatMap(items),
    lint: { ...Object.fromEntries(entries(said(layers, 'lint')).map(({ name, value }) => [name, value])), ...options.lint },
    container: resolveContainer(said(layers, 'container')),
    ...resolveBuild(layers),
  };
}
