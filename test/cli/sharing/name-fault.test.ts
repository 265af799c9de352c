import { describe, expect, it } from 'vitest';
import { nameFault } from '../../../src/cli/sharing/name-fault.js';

const fits = 'Docker Hub takes youruser/yourimage only';
const belongs = "say where it belongs, registry: 'youruser' or 'registry.example.org/team' in the definition; or name it: imagewright tag";

describe('nameFault', () => {
  it.each([
    'ada/tides',
    'ada/tides:0.1',
    'docker.io/ada/tides:0.1',
    'registry.example.org/tides',
    'registry.example.org/team/sea/tides:0.1',
    'localhost/tides',
    'localhost:5000/tides:0.1',
    '127.0.0.1:5000/tides',
    '[::1]:5000/tides',
  ])('lets %s be pushed', (name) => {
    expect(nameFault(name)).toBeUndefined();
  });

  it.each(['tides:0.1', 'docker.io/tides:0.1'])('wants a registry or a user: %s', (name) => {
    expect(nameFault(name)).toEqual({
      code: 'name-does-not-fit',
      message: `"${name}" names no registry and no user, and ${fits}`,
      hint: `${belongs} ${name} youruser/tides:0.1`,
    });
  });

  it('knows that Docker Hub has no folders', () => {
    expect(nameFault('ada/sea/tides')).toEqual({
      code: 'name-does-not-fit',
      message: `"ada/sea/tides" has a path too deep for Docker Hub: ${fits}`,
      hint: `${belongs} ada/sea/tides youruser/tides`,
    });
  });

  it.each([
    ['Ada/tides', '"Ada/tides" has capital letters in its repository', 'write it in lower case'],
    ['ada/tides@sha256:0', '"ada/tides@sha256:0" has a digest, which the build gives', 'write "ada/tides"'],
    ['ada/tides:', '"ada/tides:" has a tag that no image can have', 'write letters, digits, "_", "." and "-" after the colon'],
  ])('tells what is no name: %s', (name, message, hint) => {
    expect(nameFault(name)).toMatchObject({ message, hint });
  });
});
