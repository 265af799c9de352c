/**
 * givenSecrets(): what `--secret` and `--ssh` give a build, also behind `--`: the ids of it. A file, a variable or an agent that is not there is told before the build.
 *
 *     --secret id=pip_token,src=token      { secrets: ['pip_token'], ssh: [] }
 *     --ssh default                        { secrets: [], ssh: ['default'] }
 */

import { existsSync } from 'node:fs';
import { CliError } from './cli-error.js';
import { optionValues } from './option-values.js';
import type { Given } from './ungiven-secrets.js';

export interface GivenOptions {
  readonly secret: readonly string[] | undefined;
  readonly ssh: readonly string[] | undefined;
  readonly afterDashes: readonly string[];
  /** Then what is given may be there elsewhere. */
  readonly 'dry-run': boolean;
}

export function givenSecrets({ secret = [], ssh = [], afterDashes, ...options }: GivenOptions): Given {
  if (!options['dry-run']) {
    secret.forEach(checkSecret);
    ssh.forEach(checkSsh);
  }
  return {
    secrets: [...secret, ...optionValues(afterDashes, '--secret')].flatMap((text) => secretFields(text).get('id') ?? []),
    ssh: [...ssh, ...optionValues(afterDashes, '--ssh')].map((text) => text.replace(/=.*$/s, '')),
  };
}

function secretFields(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(',').map((field) => [field.replace(/=.*$/s, '').trim().toLowerCase(), field.slice(field.indexOf('=') + 1)]));
}

function checkSecret(text: string): void {
  const fields = secretFields(text);
  const id = fields.get('id');
  if (id === undefined || id === '')
    throw refused(`--secret ${text}`, 'has no id', 'write --secret id=NAME,src=FILE or --secret id=NAME,env=VARIABLE');
  const file = fields.get('type') === 'env' ? undefined : (fields.get('src') ?? fields.get('source'));
  if (file !== undefined && !existsSync(file))
    throw refused(`--secret ${text}`, 'names a file that is not there', 'correct the path, or create the file');
  const variable = fields.get('env');
  if (variable !== undefined && process.env[variable] === undefined)
    throw refused(`--secret ${text}`, 'names an environment variable that is not set', `set it: ${variable}=… imagewright build …`);
}

function checkSsh(text: string): void {
  const [, id = text, places] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const missing = places?.split(',').find((place) => !existsSync(place));
  if (missing !== undefined) throw refused(`--ssh ${text}`, `names "${missing}", which is not there`, 'correct the path of the key or of the socket');
  if (places !== undefined || (process.env['SSH_AUTH_SOCK'] ?? '') !== '') return;
  throw refused(
    `--ssh ${text}`,
    'means the SSH agent, and SSH_AUTH_SOCK names none',
    `start one (eval "$(ssh-agent)"; ssh-add), or give a key: --ssh ${id}=FILE`,
  );
}

function refused(option: string, fault: string, hint: string): CliError {
  return new CliError({ code: 'bad-secret', message: `${option} ${fault}`, hint });
}
