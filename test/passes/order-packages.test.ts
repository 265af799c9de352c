import { describe, expect, it } from 'vitest';
import { orderPackages } from '../../src/passes/order-packages.js';
import { apt, at, debian } from '../support/instructions.js';

describe('orderPackages', () => {
  it('sorts by code unit and keeps the first of each, with the origins of all', () => {
    expect(orderPackages.apply(debian(apt(['nano', 'git', 'Zlib', 'nano', 'g++'])))).toEqual(
      debian(
        apt([], {
          origins: [at('apt'), at('apt', 3)],
          packages: [
            { value: 'Zlib', origin: at('apt', 2) },
            { value: 'g++', origin: at('apt', 4) },
            { value: 'git', origin: at('apt', 1) },
            { value: 'nano', origin: at('apt', 0) },
          ],
        }),
      ),
    );
  });

  it('leaves alone what is in order, and lists whose order has a meaning', () => {
    const program = debian(apt(['curl', 'git']), apt(['nano', 'git'], { sortable: false }), apt([]));
    expect(orderPackages.apply(program)).toBe(program);
  });
});
