/**
 * Secrets in the open: everything in `env`, `args` and `labels` can be read by whoever has the image.
 *
 * A literal is taken for a secret when its name says so (as BuildKit's check SecretsUsedInArgOrEnv has it) or when it has the shape of a well-known token.
 * Empty values, switches (`true`, `off`), absolute paths and names that end with FILE, PATH, DIR, NAME, VERSION or URL keep no secret. The value is never
 * repeated.
 */

import { tokenKind } from '../../token-kind.js';
import { quoted, type Fault } from './fault.js';

const SECRET_WORD = /(?:^|_)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const OPEN_WORD = /(?:^|_)public(?:_|$)|(?:^|_)(?:file|path|dir|name|version|url)$/i;
/** Labels are wordier than variables: `key` and `auth` say nothing there. */
const SECRET_LABEL = /(?:^|[._/-])(?:apikey|credentials?|password|passwd|secret|token)$/i;

const HINT = "mount it where it is needed: run: [{ script, mounts: [secret('ID')] }], or give it to the container when it is run";

/** A literal value of a variable; of an expansion, its literal pieces. */
export function variableSecretFault(name: string, value: string): Fault | undefined {
  return tokenFault(value) ?? (namesSecret(name) && couldBeSecret(value) ? namedFault(name) : undefined);
}

export function labelSecretFault(name: string, value: string): Fault | undefined {
  return tokenFault(value) ?? (SECRET_LABEL.test(name) && couldBeSecret(value) ? namedFault(name) : undefined);
}

/** Text that stands for itself, such as a URL. */
export function tokenFault(value: string): Fault | undefined {
  const kind = tokenKind(value);
  return kind === undefined
    ? undefined
    : { code: 'literal-secret', message: `the value looks like ${kind}; everybody who has the image could read it`, hint: HINT };
}

/** A build argument without a default whose name says that it is given a secret: the image's history keeps it. */
export function secretArgumentFault(name: string): Fault | undefined {
  if (!namesSecret(name)) return undefined;
  return {
    code: 'secret-argument',
    severity: 'warning',
    message: `${quoted(name)} looks like a secret, and build arguments stay readable in the image`,
    hint: HINT,
  };
}

function namesSecret(name: string): boolean {
  return SECRET_WORD.test(name) && !OPEN_WORD.test(name);
}

function couldBeSecret(value: string): boolean {
  return value !== '' && !value.startsWith('/') && !/^(?:true|false|yes|no|on|off|none|\d{1,2})$/i.test(value);
}

function namedFault(name: string): Fault {
  return {
    code: 'literal-secret',
    message: `${quoted(name)} looks like a secret with its value written out; everybody who has the image could read it`,
    hint: HINT,
  };
}
