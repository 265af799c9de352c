import { expect, it } from 'vitest';
import { engineRemedy } from '../../../src/cli/doctor/engine-remedy.js';
import { engines } from '../../../src/engine/index.js';

it.each([
  [
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
    {},
    'allow yourself to use it: sudo usermod -aG docker "$USER", then log in again; without root there is rootless Docker: https://docs.docker.com/engine/security/rootless/',
  ],
  [
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    {},
    'start it: sudo systemctl start docker, or Docker Desktop; see https://docs.docker.com/engine/install/',
  ],
  [
    'Cannot connect to the Docker daemon at unix:///srv/docker.sock. Is the docker daemon running?',
    { DOCKER_HOST: 'unix:///srv/docker.sock' },
    'DOCKER_HOST is unix:///srv/docker.sock: start the engine there, or "unset DOCKER_HOST" for the usual one',
  ],
  [
    'error during connect: no such host',
    { DOCKER_HOST: 'tcp://tester:secret@tides.example.org:2376' },
    'DOCKER_HOST is tcp://tides.example.org:2376: see that this machine answers, or "unset DOCKER_HOST" for the engine of this one',
  ],
  ['client version 1.24 is too old. Minimum supported API version is 1.44', {}, 'update the client and the engine to the same version'],
  ['no answer', {}, 'start it, or allow yourself to use it; see https://docs.docker.com/engine/install/'],
])('has a remedy for: %s', (said, env, remedy) => {
  expect(engineRemedy(said, engines.docker, env)).toBe(remedy);
});

it('names the place to look for another engine', () => {
  expect(engineRemedy('permission denied', engines.podman, {})).toBe(`allow yourself to use it; see ${engines.podman.website}`);
});
