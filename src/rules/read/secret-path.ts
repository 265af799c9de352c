/**
 * isSecretPath(): whether a file, or a folder, holds secrets, by a name that means nothing else: private SSH keys, `.env`, credential files of tools, key stores. A `*.pem` or a
 * `*.key` may well be public, so only those with a telling name count.
 */

const SECRET_FILES = [
  /^\.env(\*|\.(?!(dist|defaults?|example|sample|template|test)$).+)?$/,
  /^id_(rsa|dsa|ecdsa|ed25519|ecdsa_sk|ed25519_sk)$/,
  /^(\.netrc|_netrc|\.pypirc|\.git-credentials|\.pgpass|\.my\.cnf)$/,
  /^(.*[-_.])?(key|privkey|private)\.pem$/,
  /^.+\.(p12|pfx|kdbx|ppk)$/,
];

/** Folders that hold some, copied as a whole, and their files that are. */
const SECRET_PATHS = /(^|\/)(\.ssh|\.gnupg|\.aws(\/credentials)?|\.kube(\/config)?|\.docker\/config\.json)$/;

export function isSecretPath(path: string): boolean {
  const tidy = path.replace(/\/+$/, '');
  const name = tidy.slice(tidy.lastIndexOf('/') + 1);
  return SECRET_FILES.some((pattern) => pattern.test(name)) || SECRET_PATHS.test(tidy);
}
