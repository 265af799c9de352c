/**
 * orderFaults(): as one reads them: by their places, those of the definition file before those of others; what has no place comes first.
 */

import type { Fault } from './fault.js';

export function orderFaults(faults: readonly Fault[], definitionFile: string): readonly Fault[] {
  const key = ({ place }: Fault): readonly [rank: number, file: string, line: number, column: number] => {
    if (place === undefined) return [0, '', 0, 0];
    return [place.file === definitionFile ? 1 : 2, place.file, place.line, place.column];
  };
  return [...faults].sort((one, other) => compare(key(one), key(other)));
}

function compare(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const index = one.findIndex((value, at) => value !== other[at]);
  return index < 0 ? 0 : one[index]! < other[index]! ? -1 : 1;
}
