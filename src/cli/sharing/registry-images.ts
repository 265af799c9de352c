/**
 * registryImages(): the images of a registry by its API, each with its tags: `GET /v2/_catalog`, `GET /v2/NAME/tags/list`. With the login that the engine has been given, where the registry
 * wants one: by https, or on this machine.
 */

import { CliError } from '../cli-error.js';
import { storedLogin } from './stored-login.js';

export interface RegistryImage {
  readonly name: string;
  readonly tags: readonly string[];
}

/** Pages of names that are read. */
const MOST_PAGES = 100;
const TIMEOUT_MS = 20_000;

type Fetch = (path: string) => Promise<Response>;

export async function registryImages(registry: string, wanted: (name: string) => boolean, limit: number): Promise<readonly RegistryImage[]> {
  const get = await connect(registry);
  const names = (await repositories(registry, get)).filter(wanted).slice(0, limit);
  return Promise.all(names.map(async (name) => ({ name, tags: await tagsOf(name, get) })));
}

async function repositories(registry: string, get: Fetch): Promise<readonly string[]> {
  const names: string[] = [];
  let path: string | undefined = '/v2/_catalog?n=1000';
  for (let page = 0; path !== undefined && page < MOST_PAGES; page += 1) {
    const response: Response = await get(path);
    if (!response.ok) throw refusal(registry, response);
    const body: unknown = await response.json().catch(() => {
      const message = `${registry} does not list its images: its answer is no JSON`;
      throw new CliError({ code: 'no-search', message, hint: 'look for them on its pages' });
    });
    names.push(...listIn(body, 'repositories'));
    path = nextPage(response);
  }
  return names;
}

/** Those of an image that has been taken away since are none. */
async function tagsOf(name: string, get: Fetch): Promise<readonly string[]> {
  const response = await get(`/v2/${name}/tags/list`);
  return response.ok ? listIn(await response.json().catch(() => null), 'tags') : [];
}

function listIn(value: unknown, key: string): readonly string[] {
  const list = (value as Readonly<Record<string, unknown>> | null)?.[key];
  return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
}

/** `</v2/_catalog?last=tides&n=1000>; rel="next"`: of the same registry, whatever it says. */
function nextPage({ headers }: Response): string | undefined {
  const target = /<([^>]+)>\s*;\s*rel="?next"?/i.exec(headers.get('link') ?? '')?.[1];
  if (target === undefined) return undefined;
  const { pathname, search } = new URL(target, 'https://registry.invalid');
  return pathname + search;
}

/** By http only to this machine, as engines do. */
async function connect(registry: string): Promise<Fetch> {
  const isHere = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(registry);
  const answers = async (origin: string) => ({ origin, response: await request(`${origin}/v2/`) });
  const first = answers(`https://${registry}`);
  const { origin, response } = await (isHere ? first.catch(() => answers(`http://${registry}`)) : first).catch((error: unknown) => {
    throw unreachable(registry, error);
  });
  const headers = response.status === 401 ? { authorization: await authorization(registry, response) } : {};
  return (path) =>
    request(origin + path, headers).catch((error: unknown) => {
      throw unreachable(registry, error);
    });
}

function request(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
}

async function authorization(registry: string, response: Response): Promise<string> {
  if (!/^basic\b/i.test(response.headers.get('www-authenticate') ?? '')) {
    const message = `${registry} does not let its images be listed by user and password`;
    throw new CliError({ code: 'no-search', message, hint: 'look for them on its pages' });
  }
  const login = await storedLogin(registry);
  if (login === undefined) throw loginNeeded(registry);
  return `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
}

function refusal(registry: string, { status }: Response): CliError {
  if (status === 401) return loginNeeded(registry);
  const message = `${registry} does not list its images: it answers ${status}`;
  return new CliError({ code: 'no-search', message, hint: 'look for them on its pages' });
}

function loginNeeded(registry: string): CliError {
  return new CliError({ code: 'login-needed', message: `${registry} wants a login first`, hint: `imagewright login ${registry}` });
}

function unreachable(registry: string, error: unknown): CliError {
  const { cause } = error as { readonly cause?: { readonly code?: string; readonly message?: string } };
  const reason = cause?.message ?? (error as Error).message;
  if (/ENOTFOUND|EAI_AGAIN/.test(cause?.code ?? '')) {
    return new CliError({
      code: 'unknown-host',
      message: `${registry} is not found: ${reason}`,
      hint: 'check the name of the registry, and the network',
    });
  }
  return new CliError({
    code: 'registry-unreachable',
    message: `${registry} does not answer: ${reason}`,
    hint: 'check host and port, and the network',
  });
}
