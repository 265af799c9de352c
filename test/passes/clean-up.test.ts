import { describe, expect, it } from 'vitest';
import { cleanUp } from '../../src/passes/clean-up.js';
import { apt, debian, run } from '../support/instructions.js';

describe('cleanUp', () => {
  it('decides for the clean-up of an install', () => {
    expect(cleanUp.apply(debian(apt(['git']), run('make')))).toEqual(debian(apt(['git'], { caching: 'cleanup' }), run('make')));
  });

  it('leaves alone installs that are decided', () => {
    const program = debian(apt(['git'], { caching: 'mounts' }), apt(['curl'], { caching: 'cleanup' }));
    expect(cleanUp.apply(program)).toBe(program);
  });
});
