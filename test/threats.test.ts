/** Threats that concern every field alike; those of a single place are tested with it. */

import { describe, expect, it } from 'vitest';
import { fieldRows, observeRow, SCRIPT } from './support/field-rows.js';
import { fieldSamples } from './support/field-samples.js';
import { observe } from './support/observed.js';

/** All texts of a value, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The words of all commands of a shell, also of those that are run later. */
function commandWords(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'script' ? textsIn(inner) : commandWords(inner)));
}

describe('a name that is an option (threat 3)', () => {
  const options = ['-x', '--', '--config=/evil', '-oDPkg::Pre-Invoke::=x'];
  const rows = fieldRows.filter(({ place }) => !SCRIPT.test(place.field) && !/^(?:raw|steps\[\]<raw>)/.test(place.field));

  it.each(options)('%s is no word of any command that is made of a field', (option) => {
    const taken = rows.filter((row) => {
      const observed = observeRow(row, option);
      return !('refused' in observed) && commandWords(observed.instructions).includes(option);
    });
    expect(taken.map(({ place }) => place.field)).toEqual([]);
  });
});

describe('a secret that is missing (threat 5)', () => {
  it('fails the build wherever a field mounts one', () => {
    const mounts = fieldSamples.flatMap((sample) => {
      const observed = observe(sample);
      if ('refused' in observed) throw new Error(observed.refused[0]?.message);
      return observed.dockerfile.match(/--mount="?type=secret[^ ]*/g) ?? [];
    });
    expect(mounts.length).toBeGreaterThan(10);
    expect(mounts.filter((mount) => !mount.includes(',required=true'))).toEqual([]);
  });
});
