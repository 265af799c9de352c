/** What engines and registries were heard to say. */

import { describe, expect, it } from 'vitest';
import { engineFault, type Attempt } from '../../../src/cli/sharing/engine-fault.js';
import { engines } from '../../../src/engine/index.js';

const host = 'registry.example.org';
const name = `${host}/team/tides:1`;
const { docker, podman } = engines;
const pull: Attempt = { engine: docker, verb: 'pull', registry: host, name };
const push: Attempt = { ...pull, verb: 'push' };
const login: Attempt = { engine: docker, verb: 'login', registry: host, user: 'ada' };
const hub = (attempt: Attempt): Attempt => ({ ...attempt, registry: undefined, name: 'ada/tides:1' });
const resolving = `Error response from daemon: failed to resolve reference "${name}":`;
const https = 'http: server gave HTTP response to HTTPS client';

const cases: readonly (readonly [title: string, attempt: Attempt, said: string, code: string, begin: string, hint: string | undefined])[] = [
  [
    'the engine is not there',
    pull,
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    'engine-failed',
    'docker does not answer: Cannot connect',
    'see "imagewright doctor"',
  ],
  [
    'a host that is not there',
    login,
    `Error response from daemon: Get "https://${host}/v2/": dial tcp: lookup ${host}: no such host`,
    'unknown-host',
    `${host} is not found: Get "https://`,
    'check the name of the registry, and the network',
  ],
  [
    'no network',
    hub(pull),
    'Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io: Temporary failure in name resolution',
    'unknown-host',
    'Docker Hub is not found: ',
    'check the name of the registry, and the network',
  ],
  [
    'a port that nobody listens on',
    push,
    'failed to do request: Head "https://x": dial tcp 192.0.2.1:443: connect: connection refused',
    'registry-unreachable',
    `${host} does not answer: failed to do request`,
    'check host and port, and the network; a proxy must be known to the engine',
  ],
  [
    'a network that swallows',
    pull,
    `${resolving} failed to do request: Head "https://x": net/http: TLS handshake timeout`,
    'registry-unreachable',
    `${host} does not answer: failed to resolve`,
    'check host and port, and the network; a proxy must be known to the engine',
  ],
  [
    'http where https is wanted, with docker',
    pull,
    `${resolving} failed to do request: Head "https://x": ${https}`,
    'plain-http',
    `${host} does not speak https: failed to resolve`,
    'where that is meant: name it under "insecure-registries" in daemon.json of the engine',
  ],
  [
    'and with podman',
    { ...pull, engine: podman },
    `Error: initializing source docker://${name}: pinging container registry ${host}: Get "https://x": ${https}`,
    'plain-http',
    `${host} does not speak https: initializing source`,
    'where that is meant: end the command with -- --tls-verify=false, or write insecure = true for it in registries.conf',
  ],
  [
    'a certificate of nobody',
    pull,
    `${resolving} failed to do request: tls: failed to verify certificate: x509: certificate signed by unknown authority`,
    'untrusted-certificate',
    `the certificate of ${host} is not trusted: failed to resolve`,
    `the certificate of its authority belongs in /etc/docker/certs.d/${host}/`,
  ],
  [
    'too many pulls',
    hub(pull),
    'toomanyrequests: You have reached your unauthenticated pull rate limit.',
    'rate-limited',
    'Docker Hub has been asked too often: toomanyrequests',
    'wait, or log in: imagewright login',
  ],
  [
    'another platform',
    pull,
    'no matching manifest for linux/arm64/v8 in the manifest list entries',
    'no-such-platform',
    `${name} is not there for this platform: no matching`,
    "take another with --platform, or have it built for more: platforms: ['linux/amd64', 'linux/arm64']",
  ],
  [
    'a wrong password',
    login,
    `Error response from daemon: login attempt to https://${host}/v2/ failed with status: 401 Unauthorized`,
    'wrong-password',
    `${host} does not accept this password of ada: login attempt`,
    'check user and password; many registries, Docker Hub among them, want an access token for it',
  ],
  [
    'a wrong password, with podman',
    { ...login, engine: podman, user: undefined },
    `Error: logging into "${host}": invalid username/password`,
    'wrong-password',
    `${host} does not accept this password: logging into`,
    'check user and password; many registries, Docker Hub among them, want an access token for it',
  ],
  [
    'a wrong password of Docker Hub',
    { ...login, registry: undefined },
    'Error response from daemon: Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password',
    'wrong-password',
    'Docker Hub does not accept this password of ada: Get',
    'check user and password; many registries, Docker Hub among them, want an access token for it',
  ],
  [
    'an empty password',
    login,
    'Error: Cannot perform an interactive login from a non TTY device',
    'no-password',
    'no password came on stdin: Cannot perform',
    'imagewright login -u USER --password-stdin < FILE',
  ],
  [
    'no login',
    push,
    'push access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials',
    'login-needed',
    `${host} wants a login first: push access denied`,
    `imagewright login ${host}`,
  ],
  [
    'a user who may not',
    hub(push),
    'denied: requested access to the resource is denied',
    'no-permission',
    'Docker Hub does not let you push ada/tides:1: denied',
    'check the name, and log in as a user who may: imagewright login',
  ],
  [
    'an image of which nothing may be known',
    hub(pull),
    'pull access denied for ada/tides, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    'no-permission',
    'Docker Hub does not let you pull ada/tides:1, or has no such image: pull access denied',
    'check the name, and log in as a user who may: imagewright login',
  ],
  [
    'an image that was not built',
    push,
    `tag does not exist: ${name}`,
    'no-image',
    `there is no image ${name} yet: tag does not exist`,
    'make it with "imagewright build"',
  ],
  [
    'an image that is not there',
    pull,
    `${resolving} ${name}: not found`,
    'no-such-image',
    `${host} has no image ${name}: failed to resolve`,
    'check name and tag; whoever has it shares it with "imagewright push"',
  ],
  [
    'an image that is not there, with podman',
    { ...pull, engine: podman },
    `Error: initializing source docker://${name}: reading manifest 1 in ${host}/team/tides: manifest unknown: manifest unknown`,
    'no-such-image',
    `${host} has no image ${name}: initializing`,
    'check name and tag; whoever has it shares it with "imagewright push"',
  ],
  [
    'a full disk',
    pull,
    'write /var/lib/docker/tmp/x: no space left on device',
    'disk-full',
    'the disk is full: write',
    'make room; "imagewright rmi" removes images of this project',
  ],
  ['what nobody foresaw', pull, 'Error: the moon is in the way', 'engine-failed', 'docker ended with 7: the moon is in the way', undefined],
];

describe('what an engine says when it fails', () => {
  it.each(cases)('%s', (_, attempt, said, code, begin, hint) => {
    const reason = said.replace(/^(?:Error response from daemon|Error): /, '');
    const fault = engineFault(attempt, { exitCode: 7, lines: ['The push refers to repository [team/tides]', said] });
    expect(fault).toEqual({ code, message: expect.stringContaining(begin), hint });
    expect(fault.message.startsWith(begin) && fault.message.endsWith(`: ${reason}`)).toBe(true);
  });

  it('and when it says nothing', () => {
    expect(engineFault(pull, { exitCode: 137, lines: [] })).toEqual({ code: 'engine-failed', message: 'docker ended with 137', hint: undefined });
  });
});
