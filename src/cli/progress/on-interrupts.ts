/**
 * onInterrupts(): hears Ctrl-C and requests to end while an engine runs, and says when it is to be ended.
 */

export interface Interrupts {
  /** Aborts when the engine is to be asked to end. */
  readonly signal: AbortSignal;
  /** How often Ctrl-C came. */
  readonly count: () => number;
  readonly stop: () => void;
}

/** Milliseconds in which an engine that the terminal has told is to have cleaned up. */
const PATIENCE = 1000;

export function onInterrupts(): Interrupts {
  const controller = new AbortController();
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  const end = () => controller.abort();
  const interrupt = () => {
    count += 1;
    if (count > 1) end();
    else timer = setTimeout(end, PATIENCE);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', end);
  return {
    signal: controller.signal,
    count: () => count,
    stop: () => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', end);
    },
  };
}
