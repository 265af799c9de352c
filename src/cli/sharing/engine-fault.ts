/**
 * engineFault(): what an engine said when it could not log in, push or pull → what is wrong, as a fault with a remedy. The engines, and the registries behind them, have many words for few
 * faults.
 *
 *     Error response from daemon: failed to resolve reference "127.0.0.1:5000/tides:1": 127.0.0.1:5000/tides:1: not found
 *     error: 127.0.0.1:5000 has no image 127.0.0.1:5000/tides:1: failed to resolve …   (no-such-image)
 */

import type { Engine } from '../../engine/engine.js';
import type { Fault } from '../fault.js';
import type { Heard } from './run-heard.js';

export interface Attempt {
  readonly engine: Engine;
  readonly verb: 'login' | 'logout' | 'tag' | 'push' | 'pull' | 'search';
  /** Host and port; undefined: Docker Hub. */
  readonly registry: string | undefined;
  /** The image; none for a login. */
  readonly name?: string;
  readonly user?: string | undefined;
}

interface Kind {
  readonly code: string;
  readonly said: RegExp;
  /** Those that it can happen to; all unless said. */
  readonly verbs?: readonly Attempt['verb'][];
  readonly fault: (attempt: Attempt) => string;
  readonly hint: (attempt: Attempt) => string;
}

/** The first that fits. */
const KINDS: readonly Kind[] = [
  {
    code: 'engine-failed',
    said: /daemon running|cannot connect to the docker|failed to connect to the docker|permission denied while trying to connect|dial unix/i,
    fault: ({ engine }) => `${engine.name} does not answer`,
    hint: () => 'see "imagewright doctor"',
  },
  {
    code: 'unknown-host',
    said: /no such host|name resolution|server misbehaving|name or service not known/i,
    fault: (attempt) => `${placeOf(attempt)} is not found`,
    hint: () => 'check the name of the registry, and the network',
  },
  {
    code: 'plain-http',
    said: /HTTP response to HTTPS client|does not look like a TLS handshake/i,
    fault: (attempt) => `${placeOf(attempt)} does not speak https`,
    hint: ({ engine }) => `where that is meant: ${engine.sharing.plainHttp}`,
  },
  {
    code: 'untrusted-certificate',
    said: /x509:|failed to verify certificate|certificate signed by unknown/i,
    fault: (attempt) => `the certificate of ${placeOf(attempt)} is not trusted`,
    hint: ({ engine, registry = 'HOST' }) => `the certificate of its authority belongs in ${engine.sharing.certificates}/${registry}/`,
  },
  {
    code: 'registry-unreachable',
    said: /connection refused|timeout|timed out|network is unreachable|no route to host|connection reset|deadline exceeded|\bEOF\b/i,
    fault: (attempt) => `${placeOf(attempt)} does not answer`,
    hint: () => 'check host and port, and the network; a proxy must be known to the engine',
  },
  {
    code: 'rate-limited',
    said: /toomanyrequests|too many requests|rate limit/i,
    fault: (attempt) => `${placeOf(attempt)} has been asked too often`,
    hint: (attempt) => `wait, or log in: ${loginCommand(attempt)}`,
  },
  {
    code: 'no-such-platform',
    said: /no matching manifest|no image found in (?:image index|manifest list)|no match for platform/i,
    fault: (attempt) => `${attempt.name} is not there for this platform`,
    hint: () => "take another with --platform, or have it built for more: platforms: ['linux/amd64', 'linux/arm64']",
  },
  {
    code: 'no-password',
    verbs: ['login'],
    said: /non[- ]TTY|password required|inappropriate ioctl/i,
    fault: () => 'no password came on stdin',
    hint: () => 'imagewright login -u USER --password-stdin < FILE',
  },
  {
    code: 'wrong-password',
    verbs: ['login'],
    said: /\b401\b|\b403\b|unauthorized|username(?: or |\/)password|authentication required|denied/i,
    fault: (attempt) => `${placeOf(attempt)} does not accept this password${attempt.user === undefined ? '' : ` of ${attempt.user}`}`,
    hint: () => 'check user and password; many registries, Docker Hub among them, want an access token for it',
  },
  {
    code: 'login-needed',
    said: /no basic auth credentials|authentication required|unauthorized|\b401\b|username(?: or |\/)password/i,
    fault: (attempt) => `${placeOf(attempt)} wants a login first`,
    hint: loginCommand,
  },
  {
    code: 'no-permission',
    said: /denied|insufficient_scope|\b403\b|forbidden/i,
    fault: (attempt) =>
      `${placeOf(attempt)} does not let you ${attempt.verb} ${attempt.name}${attempt.verb === 'pull' ? ', or has no such image' : ''}`,
    hint: (attempt) => `check the name, and log in as a user who may: ${loginCommand(attempt)}`,
  },
  {
    code: 'no-image',
    verbs: ['push', 'tag'],
    said: /tag does not exist|image not known|no such image|does not exist locally|not found/i,
    fault: ({ name }) => `there is no image ${name} yet`,
    hint: () => 'make it with "imagewright build"',
  },
  {
    code: 'no-such-image',
    verbs: ['pull'],
    said: /manifest unknown|not found|name unknown|does not exist|\b404\b/i,
    fault: (attempt) => `${placeOf(attempt)} has no image ${attempt.name}`,
    hint: () => 'check name and tag; whoever has it shares it with "imagewright push"',
  },
  {
    code: 'disk-full',
    said: /no space left/i,
    fault: () => 'the disk is full',
    hint: () => 'make room; "imagewright rmi" removes images of this project',
  },
];

export function engineFault(attempt: Attempt, { exitCode, lines }: Heard): Fault {
  const text = lines.join('\n');
  const kind = KINDS.find(({ said, verbs }) => said.test(text) && (verbs === undefined || verbs.includes(attempt.verb)));
  const reason = reasonOf(lines);
  const { code, fault, hint } = kind ?? {
    code: 'engine-failed',
    fault: () => `${attempt.engine.name} ended with ${exitCode}`,
    hint: () => undefined,
  };
  return { code, message: `${fault(attempt)}${reason === '' ? '' : `: ${reason}`}`, hint: hint(attempt) };
}

/** The last line, without the words that only say that it is an error. */
function reasonOf(lines: readonly string[]): string {
  return (lines.at(-1) ?? '').replace(/^(?:Error response from daemon|Error|FATA\[\d+\]|error):? */, '').trim();
}

export function placeOf({ registry }: Pick<Attempt, 'registry'>): string {
  return registry ?? 'Docker Hub';
}

export function loginCommand({ registry }: Pick<Attempt, 'registry'>): string {
  return ['imagewright login', ...(registry === undefined ? [] : [registry])].join(' ');
}
