import { describe, expect, it } from 'vitest';
import { mountCaches } from '../../src/passes/mount-caches.js';
import { apt, debian, run } from '../support/instructions.js';

describe('mountCaches', () => {
  it('decides for the cache mounts of an install that has some', () => {
    expect(mountCaches.apply(debian(apt(['git']), run('make')))).toEqual(debian(apt(['git'], { caching: 'mounts' }), run('make')));
  });

  it('leaves alone installs without caches and those that are decided', () => {
    const program = debian(apt(['git'], { caches: [] }), apt(['curl'], { caching: 'cleanup' }), apt(['nano'], { caching: 'mounts' }));
    expect(mountCaches.apply(program)).toBe(program);
  });
});
