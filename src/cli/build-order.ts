/**
 * buildOrder(): images in the order in which they can be built: one that starts from another, or copies from it, comes after it; else as they are written. Those that wait for each
 * other cannot be built: an error.
 *
 *     { worker: { base: web }, web: { … } }   →   web, worker
 */

import { CliError } from './cli-error.js';
import type { ProjectImage } from './project.js';
import { usedImages } from './used-images.js';

export function buildOrder(images: readonly ProjectImage[]): readonly ProjectImage[] {
  const used = usedImages(images);
  const ordered = new Set<ProjectImage>();
  const waiting: ProjectImage[] = [];
  const place = (image: ProjectImage): void => {
    if (ordered.has(image)) return;
    if (waiting.includes(image)) refuseCircle(waiting.slice(waiting.indexOf(image)));
    waiting.push(image);
    used.get(image)!.forEach(place);
    waiting.pop();
    ordered.add(image);
  };
  images.forEach(place);
  return [...ordered];
}

function refuseCircle(circle: readonly ProjectImage[]): never {
  const names = circle.map(({ name }) => `"${name}"`);
  const links = names.map((name, index) => `${name} is made from ${names[(index + 1) % names.length]}`);
  throw new CliError({
    code: 'image-circle',
    message: `${links.join(', ')}: none of them can be the first`,
    hint: 'let one of them start from an image that is there already',
  });
}
