/** requireImage(): an image that a verb needs is in the store of the engine, or an error that says how it gets there. */

import type { EngineChoice } from './choose-engine.js';
import { CliError } from './cli-error.js';

export async function requireImage({ engine, program }: EngineChoice, image: string): Promise<void> {
  const { ask } = await import('../engine/ask.js');
  const answer = await ask(program, engine.inspectArguments(image));
  // An index without an image for this machine is an image for others.
  if (answer.exitCode === 0 || /no image found in (?:image index|manifest list)/i.test(answer.stderr)) return;
  if (/no such (image|object)|not known|not found/i.test(answer.stderr)) {
    throw new CliError({ code: 'no-image', message: `there is no image ${image} yet`, hint: 'make it with "imagewright build"' });
  }
  const message = `${engine.name} does not answer: ${answer.stderr.trim()}`;
  throw new CliError({ code: 'engine-failed', message, hint: 'see "imagewright doctor"', exitCode: answer.exitCode ?? 2 });
}
