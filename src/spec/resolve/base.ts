/** `base`: an image, a stage, or the image of another definition. */

import { childOrigin, type Located } from '../../origin.js';
import { imageReference } from '../image-reference.js';
import { layersOf } from '../layers.js';
import type { BaseSpec, ImageSpec } from '../spec.js';
import type { Base, BaseImage, DefinedImage } from '../types.js';
import { given } from './given.js';
import { resolveImageNames } from './image-names.js';

/** The spec of another definition; undefined where that has faults, which are told when it is compiled itself. */
export type ResolveDefinition = (definition: DefinedImage) => ImageSpec | undefined;

/** Undefined when another definition has no name to be referred to by. */
export function resolveBase({ value, origin }: Located<Base>, resolveDefinition: ResolveDefinition): BaseSpec | undefined {
  if (typeof value === 'string' || 'text' in value) return imageBase({ image: value }, { value: referenceText(value), origin });
  if ('stage' in value) return { kind: 'stage', stage: value.stage, origin };
  if ('image' in value) return imageBase(value, { value: referenceText(value.image), origin: childOrigin(origin, 'image') });
  const [tag] = resolveImageNames(layersOf(value as DefinedImage), undefined).tags;
  return (
    tag && { ...imageBase({ image: tag.value }, { value: tag.value, origin }), ...given('definition', resolveDefinition(value as DefinedImage)) }
  );
}

/** With its variables, for which no reference has another use: `debian:${RELEASE}`. */
function referenceText(image: BaseImage['image']): string {
  return typeof image === 'string' ? image : image.text;
}

/** A digest that stands in the reference is taken out of it. */
function imageBase(base: BaseImage, { value, origin }: Located<string>): Extract<BaseSpec, { kind: 'image' }> {
  const { name, digest } = imageReference(value);
  return {
    kind: 'image',
    image: name,
    ...given('digest', base.digest ?? digest),
    ...given('platform', base.platform === undefined ? undefined : referenceText(base.platform)),
    ...given('distro', base.distro),
    origin,
  };
}
