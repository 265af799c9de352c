/**
 * Image references, as the distribution project has them: `[registry[:port]/]path[:tag][@digest]`.
 *
 * In: any string. Out: its parts, or undefined when no engine would take it. `repository` is canonical: what public mirrors serve under names of their
 * own has the name that it has at home:
 *
 *     debian:12                                       docker.io/library/debian, tag 12
 *     public.ecr.aws/docker/library/debian:12         docker.io/library/debian, tag 12
 *     registry.example.org:5000/mirror/debian@sha256:…  registry.example.org:5000/mirror/debian, digest sha256:…
 *
 * A private registry's `debian` stays private: what it holds is not known.
 */

export interface Reference {
  /** Canonical registry and path. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const HOST = '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:]+\\]';
const REFERENCE = new RegExp(
  `^(?:(?<host>${HOST})(?<port>:[0-9]+)?/)?(?<path>${COMPONENT}(?:/${COMPONENT})*)(?::(?<tag>\\w[\\w.-]{0,127}))?(?:@(?<digest>[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}))?$`,
);

/** Where Docker Hub's images are served under other names, and what stands in the place of `docker.io/`. Longer prefixes first. */
const MIRRORS: readonly (readonly [prefix: string, home: string])[] = [
  ['index.docker.io/', 'docker.io/'],
  ['registry-1.docker.io/', 'docker.io/'],
  ['mirror.gcr.io/', 'docker.io/'],
  ['public.ecr.aws/docker/', 'docker.io/'],
  ['mcr.microsoft.com/mirror/docker/', 'docker.io/'],
];

/** Engines take 255 characters for the name, 128 for the tag, and no digest that is longer than this leaves room for. */
const LONGEST = 640;

export function parseReference(text: string): Reference | undefined {
  if (text.length > LONGEST) return undefined;
  const groups = REFERENCE.exec(text)?.groups;
  if (!groups) return undefined;
  const { host, port, path = '', tag, digest } = groups;
  // A first component is a host only when it looks like one; else it belongs to a path on Docker Hub.
  const isHost = host !== undefined && (port !== undefined || /[.:A-Z]/.test(host) || host === 'localhost');
  const full = isHost ? `${host}${port ?? ''}/${path}` : `docker.io/${host === undefined ? '' : `${host}/`}${path}`;
  return { repository: canonicalRepository(full), ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}

function canonicalRepository(full: string): string {
  const mirror = MIRRORS.find(([prefix]) => full.startsWith(prefix));
  const home = mirror ? mirror[1] + full.slice(mirror[0].length) : full;
  const [, single] = /^docker\.io\/([^/]+)$/.exec(home) ?? [];
  return single === undefined ? home : `docker.io/library/${single}`;
}
