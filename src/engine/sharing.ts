/**
 * Sharing: the argument lists by which an engine logs in to a registry, names, pushes, pulls and searches. Docker's words, which all have taken over.
 *
 *     { name: 'team/tides:1', … }        docker    push -- team/tides:1
 *                                        podman    push -- team/tides:1 docker://docker.io/team/tides:1
 *
 * Podman and Buildah have no registry that is meant where none is said; for us that is Docker Hub everywhere. A password is never among the arguments.
 */

import { registryHost } from '../registry-host.js';

export interface LoginOptions {
  /** Host and port; undefined: Docker Hub. */
  readonly registry: string | undefined;
  /** Undefined: the engine asks. */
  readonly user: string | undefined;
  /** Whether the password is on its stdin; else it asks, without echo. */
  readonly passwordOnStdin: boolean;
  /** For the engine, untouched. */
  readonly extra: readonly string[];
}

export interface PushOptions {
  readonly name: string;
  /** Whether it was built for several platforms. */
  readonly isIndex: boolean;
  readonly extra: readonly string[];
}

export interface PullOptions {
  readonly name: string;
  readonly platform: string | undefined;
  readonly extra: readonly string[];
}

export interface SearchOptions {
  readonly term: string;
  readonly limit: number;
  /** As JSON, one line for each or a list; else as its table. */
  readonly json: boolean;
}

export interface Sharing {
  readonly loginArguments: (options: LoginOptions) => readonly string[];
  readonly logoutArguments: (registry: string | undefined) => readonly string[];
  readonly tagArguments: (image: string, name: string) => readonly string[];
  readonly pushArguments: (options: PushOptions) => readonly string[];
  readonly pullArguments: (options: PullOptions) => readonly string[];
  /** On Docker Hub. Undefined: it has no such command. */
  readonly searchArguments?: (options: SearchOptions) => readonly string[];
  /** How it is told of a registry without https, after "where that is meant". */
  readonly plainHttp: string;
  /** Folder of the certificates of registries, each in a folder of its name. */
  readonly certificates: string;
}

const HUB = 'docker.io';

export const dockerSharing: Sharing = {
  loginArguments,
  logoutArguments,
  tagArguments: (image, name) => ['tag', '--', image, name],
  pushArguments: ({ name, extra }) => ['push', ...extra, '--', name],
  pullArguments,
  searchArguments: ({ term, ...options }) => ['search', ...searchOptions(options, '{{json .}}'), '--', term],
  plainHttp: 'name it under "insecure-registries" in daemon.json of the engine',
  certificates: '/etc/docker/certs.d',
};

export const nerdctlSharing: Sharing = {
  ...dockerSharing,
  plainHttp: 'give it a server of http:// in a hosts.toml of the certificates folder of containerd',
  certificates: '/etc/containerd/certs.d',
};

export const buildahSharing: Sharing = {
  loginArguments: ({ registry = HUB, ...options }) => loginArguments({ registry, ...options }),
  logoutArguments: (registry = HUB) => logoutArguments(registry),
  tagArguments: dockerSharing.tagArguments,
  pushArguments: pushElsewhere,
  // One that it has is not asked for else.
  pullArguments: ({ extra, ...options }) => pullElsewhere({ ...options, extra: ['--policy', 'always', ...extra] }),
  plainHttp: 'end the command with -- --tls-verify=false, or write insecure = true for it in registries.conf',
  certificates: '/etc/containers/certs.d',
};

export const podmanSharing: Sharing = {
  ...buildahSharing,
  pullArguments: pullElsewhere,
  searchArguments: ({ term, ...options }) => ['search', ...searchOptions(options, 'json'), '--', `${HUB}/${term}`],
};

function loginArguments({ registry, user, passwordOnStdin, extra }: LoginOptions): readonly string[] {
  return [
    'login',
    ...(user === undefined ? [] : ['--username', user]),
    ...(passwordOnStdin ? ['--password-stdin'] : []),
    ...extra,
    ...place(registry),
  ];
}

function logoutArguments(registry: string | undefined): readonly string[] {
  return ['logout', ...place(registry)];
}

function place(registry: string | undefined): readonly string[] {
  return registry === undefined ? [] : ['--', registry];
}

function pullArguments({ name, platform, extra }: PullOptions): readonly string[] {
  return ['pull', ...(platform === undefined ? [] : ['--platform', platform]), ...extra, '--', name];
}

/** What they have by a name without a host is kept, and would be pushed, as one of `localhost`; and an index is no image to them. */
function pushElsewhere({ name, isIndex, extra }: PushOptions): readonly string[] {
  const whole = wholeName(name);
  const push = isIndex ? ['manifest', 'push', '--all'] : ['push'];
  return [...push, ...extra, '--', name, ...(whole === name && !isIndex ? [] : [`docker://${whole}`])];
}

function pullElsewhere(options: PullOptions): readonly string[] {
  return pullArguments({ ...options, name: wholeName(options.name) });
}

function wholeName(name: string): string {
  return registryHost(name) === undefined ? `${HUB}/${name}` : name;
}

function searchOptions({ limit, json }: Omit<SearchOptions, 'term'>, format: string): readonly string[] {
  return ['--limit', String(limit), ...(json ? ['--no-trunc', '--format', format] : [])];
}
