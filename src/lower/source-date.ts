/**
 * The time that tools take for now where they write it into what they make. With the real one, each build would be another.
 *
 *     SOURCE_DATE_EPOCH=315532800 /opt/venv/bin/pip install numpy
 *
 * Compiled modules of Python then bear a hash of their source instead of its time, and stay good when times are rewritten. It is the first time that archives of
 * wheels can hold: 1980.
 */

import type { Install } from '../ir/instruction.js';

export const sourceDate: Install['environment'][number] = { name: 'SOURCE_DATE_EPOCH', value: '315532800' };

export function withSourceDate(line: string): string {
  return `${sourceDate.name}=${sourceDate.value} ${line}`;
}
