/**
 * storedLogin(): user and password of a registry as `docker login` or `podman login` has kept them: in a file, or by a program that keeps passwords. Undefined where there is none.
 *
 * They go to that registry only; nothing here is ever printed.
 */

import { homedir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../engine/find-program.js';
import { readText } from '../write.js';

export interface Login {
  readonly user: string;
  readonly password: string;
}

interface ConfigFile {
  readonly auths?: Readonly<Record<string, { readonly auth?: string }>>;
  readonly credsStore?: string;
  readonly credHelpers?: Readonly<Record<string, string>>;
}

export async function storedLogin(registry: string): Promise<Login | undefined> {
  for (const file of configFiles()) {
    const config = readConfig(file);
    const found = loginIn(config, registry) ?? (await askHelper(config, registry));
    if (found !== undefined) return found;
  }
  return undefined;
}

function configFiles(): readonly string[] {
  const { DOCKER_CONFIG: docker, REGISTRY_AUTH_FILE: named, XDG_RUNTIME_DIR: runtime } = process.env;
  return [
    ...(named ? [named] : []),
    join(docker || join(homedir(), '.docker'), 'config.json'),
    join(runtime || `/run/containers/${process.getuid?.() ?? 0}`, ...(runtime ? ['containers'] : []), 'auth.json'),
  ];
}

function readConfig(file: string): ConfigFile {
  try {
    return (JSON.parse(readText(file) ?? '{}') as ConfigFile | null) ?? {};
  } catch {
    return {};
  }
}

function loginIn({ auths }: ConfigFile, registry: string): Login | undefined {
  const [, user, password] = /^([^:]*):(.+)$/s.exec(Buffer.from(auths?.[registry]?.auth ?? '', 'base64').toString()) ?? [];
  return user === undefined || password === undefined ? undefined : { user, password };
}

/** `docker-credential-NAME get`: the registry on its stdin, JSON on its stdout. */
async function askHelper({ credsStore, credHelpers }: ConfigFile, registry: string): Promise<Login | undefined> {
  const helper = credHelpers?.[registry] ?? credsStore;
  const program = helper === undefined ? undefined : findProgram(`docker-credential-${helper}`, process.env);
  if (program === undefined) return undefined;
  const { ask } = await import('../../engine/ask.js');
  const { exitCode, stdout } = await ask(program, ['get'], { input: registry });
  if (exitCode !== 0) return undefined;
  const { Username: user, Secret: password } = answerIn(stdout);
  return user === undefined || password === undefined ? undefined : { user, password };
}

/** What is no JSON may hold a password: an error would repeat it. */
function answerIn(text: string): { readonly Username?: string; readonly Secret?: string } {
  try {
    return (JSON.parse(text) as { readonly Username?: string; readonly Secret?: string } | null) ?? {};
  } catch {
    return {};
  }
}
