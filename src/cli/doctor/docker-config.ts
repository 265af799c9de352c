/** dockerConfig(): what Docker's client keeps of registries and proxies; empty where there is nothing, or nothing that can be read. Nothing of it is ever shown. */

import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface DockerConfig {
  readonly auths?: Readonly<Record<string, unknown>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly proxies?: unknown;
}

export function dockerConfig(env: Readonly<Record<string, string | undefined>>): DockerConfig {
  try {
    const folder = env['DOCKER_CONFIG'] || join(homedir(), '.docker');
    const value: unknown = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
