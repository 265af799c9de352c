/**
 * A file that holds a secret goes into a layer: copied by name from the context, or written by `files`. Goes by names that mean nothing else: private SSH keys,
 * `.env`, credential files of tools, key stores. A `*.pem` or a `*.key` may well be public, so only those with a telling name count.
 */

import type { Instruction } from '../ir/instruction.js';
import { shownText } from '../text.js';
import { rule, type Finding } from './rule.js';

const SECRET_FILES = [
  /^\.env(\*|\.(?!(dist|defaults?|example|sample|template|test)$).+)?$/,
  /^id_(rsa|dsa|ecdsa|ed25519|ecdsa_sk|ed25519_sk)$/,
  /^(\.netrc|_netrc|\.pypirc|\.git-credentials|\.pgpass|\.my\.cnf)$/,
  /^(.*[-_.])?(key|privkey|private)\.pem$/,
  /^.+\.(p12|pfx|kdbx|ppk)$/,
];

/** Folders that hold some, copied as a whole, and their files that are. */
const SECRET_PATHS = /(^|\/)(\.ssh|\.gnupg|\.aws(\/credentials)?|\.kube(\/config)?|\.docker\/config\.json)$/;

export const copiedSecret = rule({
  name: 'copied-secret',
  severity: 'warning',
  summary: 'files that hold secrets stay out of the image',
  why: 'Whoever has the image has each of its layers: a key that was copied can be read from it, also when a later step removes the file.',
  bad: { base: 'debian:bookworm-slim', copy: { '.env': '/app/.env' } },
  good: { base: 'debian:bookworm-slim', copy: { '.env.example': '/app/.env.example' } },
  check: ({ stages }) => stages.flatMap(({ instructions }) => instructions.flatMap(checkInstruction)),
});

function checkInstruction(instruction: Instruction): readonly Finding[] {
  return pathsOf(instruction)
    .filter(isSecret)
    .map((path) => ({
      origin: instruction.origins[0]!,
      message: `"${path}" looks like a secret, and everyone who has the image could read it`,
      hint: `give it to the step that needs it as a mount, with secret('…'), or to the container when it runs, with --env-file or -v`,
    }));
}

function pathsOf(instruction: Instruction): readonly string[] {
  if (instruction.kind === 'onbuild') return pathsOf(instruction.instruction);
  if (instruction.kind === 'file') return [instruction.to];
  if (instruction.kind === 'add') return instruction.sources.flatMap((source) => (source.type === 'archive' ? [source.path] : []));
  return instruction.kind === 'copy' && instruction.from === undefined ? instruction.sources.map(shownText) : [];
}

function isSecret(path: string): boolean {
  const tidy = path.replace(/\/+$/, '');
  const name = tidy.slice(tidy.lastIndexOf('/') + 1);
  return SECRET_FILES.some((pattern) => pattern.test(name)) || SECRET_PATHS.test(tidy);
}
