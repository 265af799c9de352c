/**
 * checkRegistries(): whether the registries that the images are named for answer, and whether somebody is logged in there. Only registries that a definition names
 * are asked.
 */

import type { Project } from '../project.js';
import { registryHost } from '../registry-host.js';
import type { Check } from './check.js';
import { dockerConfig } from './docker-config.js';

type Environment = Readonly<Record<string, string | undefined>>;

const PATIENCE = 5_000;

/** Docker Hub, under the name that Docker's client has for it, and where it answers. */
const HUB = { login: 'https://index.docker.io/v1/', host: 'registry-1.docker.io' } as const;

export async function checkRegistries({ images }: Project, env: Environment): Promise<readonly Check[]> {
  const names = images.flatMap(({ compiled }) => compiled.spec.tags.flatMap(({ value }) => registryHost(value) ?? []));
  return Promise.all([...new Set(names)].map((name) => checkRegistry(name, env)));
}

async function checkRegistry(name: string, env: Environment): Promise<Check> {
  const subject = `registry ${name}`;
  if (isBehindProxy(name, env)) return { subject, message: 'not asked, for there is a proxy between' };
  const fault = await unanswered(name);
  if (fault !== undefined) {
    return {
      subject,
      message: `it does not answer: ${fault}`,
      hint: 'correct "registry" in the definition, or see to the network, a VPN or a proxy',
      note: true,
    };
  }
  const { auths = {}, credHelpers = {} } = dockerConfig(env);
  const known = name === 'docker.io' ? HUB.login : name;
  if (known in auths || name in credHelpers) return { subject, message: 'it answers, and you are logged in' };
  return {
    subject,
    message: 'it answers, and nobody is logged in',
    hint: `before a push: docker login${name === 'docker.io' ? '' : ` ${name}`}`,
    note: true,
  };
}

/** Node's fetch goes past it. */
function isBehindProxy(name: string, env: Environment): boolean {
  return !isLoopback(name) && ['HTTPS_PROXY', 'https_proxy'].some((each) => (env[each] ?? '') !== '');
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.|\[::1\])/.test(host);
}

/** Any answer of HTTP is one; a registry of this machine may do without TLS. */
async function unanswered(name: string): Promise<string | undefined> {
  const host = name === 'docker.io' ? HUB.host : name;
  const scheme = isLoopback(host) ? 'http' : 'https';
  try {
    await fetch(`${scheme}://${host}/v2/`, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE), redirect: 'manual' });
    return undefined;
  } catch (error) {
    const { cause, name: kind } = error as Error & { readonly cause?: NodeJS.ErrnoException };
    return kind === 'TimeoutError' ? `not within ${PATIENCE / 1000} seconds` : (cause?.code ?? cause?.message ?? 'no connection');
  }
}
