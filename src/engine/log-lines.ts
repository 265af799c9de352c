/**
 * createLogLines(): pieces of what steps print → whole lines.
 *
 * A piece may end anywhere, in the middle of a character too. Of what a carriage return writes over, the last is kept; escape sequences of terminals go.
 */

import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';
import type { LogEvent } from './build-events.js';

export interface LogLines {
  /** The lines that are whole now. The two streams of a step do not mix within a line. */
  readonly add: (id: string, piece: { readonly stream: number; readonly bytes: Buffer }) => readonly LogEvent[];
  /** What a step has left when it has ended. */
  readonly end: (id: string) => readonly LogEvent[];
}

interface Pending {
  readonly decoder: StringDecoder;
  text: string;
}

export function createLogLines(): LogLines {
  const steps = new Map<string, Map<number, Pending>>();
  return {
    add: (id, { stream, bytes }) => {
      const streams = steps.get(id) ?? new Map<number, Pending>();
      steps.set(id, streams);
      const pending = streams.get(stream) ?? { decoder: new StringDecoder('utf8'), text: '' };
      streams.set(stream, pending);
      const lines = (pending.text + pending.decoder.write(bytes)).split('\n');
      pending.text = lines.pop()!;
      return logOf(id, lines);
    },
    end: (id) => {
      const rests = [...(steps.get(id)?.values() ?? [])].map(({ text, decoder }) => text + decoder.end());
      steps.delete(id);
      return logOf(
        id,
        rests.filter((text) => text !== ''),
      );
    },
  };
}

function logOf(id: string, lines: readonly string[]): readonly LogEvent[] {
  return lines.length === 0 ? [] : [{ kind: 'log', id, lines: lines.map(plainLine) }];
}

/** A line as it stands on a terminal in the end, without its colours. */
export function plainLine(line: string): string {
  const shown = line.replace(/\r+$/, '').split('\r').at(-1)!;
  return stripVTControlCharacters(shown);
}
