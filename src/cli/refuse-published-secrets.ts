/**
 * refusePublishedSecrets(): an attestation with `mode=max` holds every build argument that the engine was given, and goes where the image goes. Where one of them is a secret, the
 * build is not begun.
 *
 *     imagewright build -- --provenance=mode=max --build-arg HTTPS_PROXY=http://tide:…@proxy.example.org:3128
 *
 * In: words for the engine. The value is never repeated.
 */

import { secretArgumentFault, variableSecretFault } from '../spec/check/secrets.js';
import { CliError } from './cli-error.js';
import { optionValues } from './option-values.js';

export function refusePublishedSecrets(words: readonly string[]): void {
  if (!attestations(words).some((value) => /(?:^|,)mode=max(?:,|$)/.test(value))) return;
  const secret = optionValues(words, '--build-arg').find(isSecret);
  if (secret === undefined) return;
  const message = `an attestation with mode=max publishes the build arguments, and ${secret.split('=')[0]} looks like a secret`;
  throw new CliError({ code: 'published-secret', message, hint: 'leave mode=max out, or give secrets with --secret' });
}

function attestations(words: readonly string[]): readonly string[] {
  return [...optionValues(words, '--provenance'), ...optionValues(words, '--attest').filter((value) => value.includes('type=provenance'))];
}

/** `NAME` alone takes its value from the environment. */
function isSecret(argument: string): boolean {
  const [, name = argument, value] = /^([^=]*)=(.*)$/s.exec(argument) ?? [];
  return value === undefined ? isSecretVariable(name) : variableSecretFault(name, value) !== undefined;
}

function isSecretVariable(name: string): boolean {
  const value = process.env[name];
  return secretArgumentFault(name) !== undefined || (value !== undefined && variableSecretFault(name, value) !== undefined);
}
