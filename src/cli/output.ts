/**
 * Output: the two streams. What was asked for goes to stdout, all else to stderr; with `--json`, stdout is one JSON document.
 *
 * Colour: `--color`/`--no-color`, then NO_COLOR, then FORCE_COLOR, then whether the stream is a terminal.
 */

import picocolors from 'picocolors';

export type Colors = ReturnType<typeof picocolors.createColors>;

export interface OutputOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  /** Undefined: the environment and the stream decide. */
  readonly color: boolean | undefined;
}

export interface Output extends OutputOptions {
  /** Colours for stdout. */
  readonly colors: Colors;
  /** Colours for stderr. */
  readonly errorColors: Colors;
  /** What was asked for. */
  readonly answer: (text: string) => void;
  /** What is good to know; silent with `--quiet`. */
  readonly note: (line: string) => void;
  /** What is wrong. */
  readonly problem: (text: string) => void;
  /** The result of a verb, when `--json` asks for it. */
  readonly result: (value: Readonly<Record<string, unknown>>) => void;
}

export function createOutput(options: OutputOptions): Output {
  return {
    ...options,
    get colors() {
      return picocolors.createColors(hasColor(options, process.stdout));
    },
    get errorColors() {
      return picocolors.createColors(hasColor(options, process.stderr));
    },
    answer: (text) => write(process.stdout, text),
    note: (line) => {
      if (!options.quiet) write(process.stderr, `${line}\n`);
    },
    problem: (text) => write(process.stderr, text),
    result: (value) => {
      if (options.json) write(process.stdout, `${JSON.stringify(value, null, 2)}\n`);
    },
  };
}

/** A reader that went away (`| head`) is no failure. */
function write(stream: NodeJS.WriteStream, text: string): void {
  if (stream.listenerCount('error') === 0) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  stream.write(text);
}

function hasColor(options: OutputOptions, stream: NodeJS.WriteStream): boolean {
  if (options.color !== undefined) return options.color;
  if (isSet(process.env['NO_COLOR'])) return false;
  if (isSet(process.env['FORCE_COLOR'])) return process.env['FORCE_COLOR'] !== '0';
  return stream.isTTY === true && process.env['TERM'] !== 'dumb';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
