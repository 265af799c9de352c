/** onlyImage(): the image that a verb is about which is about one: of several in the file, the one that is asked for by an option. */

import { CliError } from './cli-error.js';
import type { Project, ProjectImage } from './project.js';

export function onlyImage({ images }: Project, option: `--${string}`): ProjectImage {
  const [image, ...others] = images;
  if (image !== undefined && others.length === 0) return image;
  const hint = `say which with ${option}: ${images.map(({ name }) => name).join(', ')}`;
  throw new CliError({ code: 'several-images', message: 'the definition file has several images', hint });
}
