/**
 * onInterrupts(): hears Ctrl-C and requests to end while an engine runs, and says when it is to be ended.
 */

export interface Interrupts {
  /** Aborts when the engine is to be asked to end. */
  readonly signal: AbortSignal;
  /** As shells have it: 130 after Ctrl-C, 143 after a request to end; undefined: neither came. */
  readonly exitCode: () => number | undefined;
  readonly stop: () => void;
}

/** Milliseconds in which an engine that the terminal has told is to have cleaned up. */
const PATIENCE = 1000;

export function onInterrupts(): Interrupts {
  const controller = new AbortController();
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  let exitCode: number | undefined;
  const end = () => controller.abort();
  const terminate = () => {
    exitCode ??= 143;
    end();
  };
  const interrupt = () => {
    count += 1;
    exitCode ??= 130;
    if (count > 1) end();
    else timer = setTimeout(end, PATIENCE);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', terminate);
  return {
    signal: controller.signal,
    exitCode: () => exitCode,
    stop: () => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', terminate);
    },
  };
}
