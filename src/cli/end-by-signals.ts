/**
 * endBySignals(): how a container ends that is attached to our terminal, when we are told to end.
 *
 * Ctrl-C, and a request to end (SIGTERM), go to the program in the container: the engine hands them on. As the first process of one it does not end by them unless it says so
 * itself. So a second Ctrl-C ends the container, and so does the time that it is given after a request to end.
 */

import type { EngineChoice } from './choose-engine.js';
import type { Output } from './output.js';

/** Milliseconds until it is told how to end what goes on after Ctrl-C, and until what was asked to end is ended. */
const PATIENCE = 1000;
const GRACE = 10_000;

/** `nameOf`: of the container, once there is one. In force until what it gives is called. */
export function endBySignals({ engine, program }: EngineChoice, nameOf: () => string | undefined, output: Output): () => void {
  const timers: NodeJS.Timeout[] = [];
  const later = (milliseconds: number, act: () => void) => void timers.push(setTimeout(act, milliseconds));
  const kill = async () => {
    const [name, { containers }] = [nameOf(), engine];
    if (name !== undefined && containers !== undefined) await (await import('../engine/ask.js')).ask(program, containers.killArguments(name));
  };
  let asked = 0;
  const interrupt = () => {
    asked += 1;
    if (asked === 1) later(PATIENCE, () => output.note('the container has not ended; Ctrl-C again ends it'));
    else void kill();
  };
  const terminate = () => later(GRACE, () => void kill());
  process.on('SIGINT', interrupt).on('SIGTERM', terminate);
  return () => {
    process.off('SIGINT', interrupt).off('SIGTERM', terminate);
    timers.forEach(clearTimeout);
  };
}
