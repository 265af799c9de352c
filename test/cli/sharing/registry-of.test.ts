import { describe, expect, it } from 'vitest';
import { registryOf } from '../../../src/cli/sharing/registry-of.js';
import { registryHost } from '../../../src/registry-host.js';

describe('the registry of a name', () => {
  it.each([
    ['tides', undefined, false],
    ['ada/tides:0.1', undefined, false],
    ['docker.io/ada/tides', undefined, true],
    ['index.docker.io/ada/tides', undefined, true],
    ['registry.example.org/tides:0.1', 'registry.example.org', true],
    ['registry.example.org:5000/team/tides@sha256:0', 'registry.example.org:5000', true],
    ['localhost/tides', 'localhost', true],
    ['tides:5000', undefined, false],
  ])('%s: %s', (name, registry, host) => {
    expect([registryOf(name), registryHost(name) !== undefined]).toEqual([registry, host]);
  });
});
