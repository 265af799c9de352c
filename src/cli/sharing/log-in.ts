/**
 * logIn() and logOut(): the verbs `login` and `logout`. The password goes to the engine by our own stdin, or is asked for by the engine, without echo: it is never read here, and never an
 * argument. Where it is kept is the engine's affair.
 */

import type { EngineName } from '../../engine/index.js';
import { chooseEngine } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import type { Output } from '../output.js';
import { passwordArgument } from '../password-argument.js';
import { attemptAll } from './attempt-all.js';
import { chooseRegistry, type RegistryRequest } from './choose-registry.js';

export interface LogoutRequest extends RegistryRequest {
  readonly engine: EngineName | undefined;
}

export interface LoginRequest extends LogoutRequest {
  readonly username: string | undefined;
  readonly 'password-stdin': boolean;
  /** Refused. */
  readonly password: string | undefined;
  readonly afterDashes: readonly string[];
}

export async function logIn(request: LoginRequest, output: Output): Promise<number> {
  refusePassword(request);
  const { username: user, 'password-stdin': passwordOnStdin } = request;
  const registry = await chooseRegistry(request, 'login', output);
  requireSource(request);
  const choice = chooseEngine(request.engine, 'build');
  const list = choice.engine.sharing.loginArguments({ registry, user, passwordOnStdin, extra: request.afterDashes });
  const result = { registry: registry ?? 'docker.io', ...(user === undefined ? {} : { user }) };
  return attemptAll(choice, [{ attempt: { verb: 'login', registry, user }, announced: false, arguments: list }], output, () => result);
}

export async function logOut(request: LogoutRequest, output: Output): Promise<number> {
  const registry = await chooseRegistry(request, 'logout', output);
  const choice = chooseEngine(request.engine, 'build');
  const list = choice.engine.sharing.logoutArguments(registry);
  const result = { registry: registry ?? 'docker.io' };
  return attemptAll(choice, [{ attempt: { verb: 'logout', registry }, announced: false, arguments: list }], output, () => result);
}

/** Nor among what the engine is given. The value is not repeated. */
function refusePassword({ password, afterDashes }: LoginRequest): void {
  if (password === undefined && !afterDashes.some((word) => /^(?:-p|--password(?:=|$)|--creds)/.test(word))) return;
  throw passwordArgument();
}

function requireSource({ username, 'password-stdin': onStdin }: LoginRequest): void {
  const fail = (message: string, hint: string): never => {
    throw new CliError({ code: 'no-password', message, hint });
  };
  const isTerminal = process.stdin.isTTY === true;
  if (!onStdin && !isTerminal)
    fail('there is no terminal to ask for the password on', 'give it on stdin: imagewright login -u USER --password-stdin < FILE');
  if (!onStdin) return;
  if (isTerminal)
    fail(
      '--password-stdin takes the password from a file or a pipe, and stdin is a terminal, which would show it',
      'leave --password-stdin out: it is asked for',
    );
  if (username === undefined) fail('--password-stdin wants to know whose password it is', 'imagewright login -u USER --password-stdin < FILE');
}
