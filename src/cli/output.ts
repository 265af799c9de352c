/**
 * Output: the two streams. What was asked for goes to stdout, all else to stderr; with `--json`, stdout is one JSON document.
 *
 * Colour: `--color`/`--no-color`, then NO_COLOR, then FORCE_COLOR, then whether the stream is a terminal.
 */

import { writeSync } from 'node:fs';
import { createColors, type Colors } from './colors.js';
import { visible } from './visible.js';

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
  /** What is good to know, in whosever words; silent with `--quiet`. */
  readonly note: (line: string) => void;
  /** What is wrong; already `visible`, for it has colours. So has what was asked for. */
  readonly problem: (text: string) => void;
  /** The result of a verb, when `--json` asks for it. */
  readonly result: (value: Readonly<Record<string, unknown>>) => void;
}

export function createOutput(options: OutputOptions): Output {
  return {
    ...options,
    get colors() {
      return createColors(hasColor(options, STDOUT));
    },
    get errorColors() {
      return createColors(hasColor(options, STDERR));
    },
    answer: (text) => write(STDOUT, text),
    note: (line) => {
      if (!options.quiet) write(STDERR, `${visible(line)}\n`);
    },
    problem: (text) => write(STDERR, text),
    result: (value) => {
      if (options.json) write(STDOUT, `${visible(JSON.stringify(value, null, 2))}\n`);
    },
  };
}

const STDOUT = 1;
const STDERR = 2;

/**
 * Written at once, without the stream of the process, which takes longer to make than all the rest takes to say. A reader that went away (`| head`) is no
 * failure; one that is slow is waited for.
 */
function write(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function hasColor(options: OutputOptions, descriptor: number): boolean {
  if (options.color !== undefined) return options.color;
  if (isSet(process.env['NO_COLOR'])) return false;
  if (isSet(process.env['FORCE_COLOR'])) return process.env['FORCE_COLOR'] !== '0';
  // Loaded here: it takes time, and most commands have nothing to colour.
  return process.getBuiltinModule('node:tty').isatty(descriptor) && process.env['TERM'] !== 'dumb';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
