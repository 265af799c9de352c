/** Repositories of package managers, and the keys that they are signed with. */

import { childOrigin, type Located } from '../../origin.js';
import type { DownloadSpec, KeySpec, PpaSpec, RepositorySpec } from '../spec.js';
import type {
  AptRepository,
  ApkRepository,
  Armored,
  Download,
  Fingerprinted,
  PacmanRepository,
  Ppa,
  RepositoryKey,
  RpmRepository,
} from '../types.js';
import { given } from './given.js';

export type AnyRepository = AptRepository | ApkRepository | RpmRepository | PacmanRepository;

export function resolveRepository({ value, origin }: Located<AnyRepository>): RepositorySpec {
  const { name, uri, suites, components, architectures, tag, key }: AnyRepository & Partial<AptRepository & ApkRepository> = value;
  return {
    ...given('name', name),
    uri,
    suites: wordsOf(suites),
    components: wordsOf(components),
    architectures: wordsOf(architectures),
    ...given('tag', tag),
    ...given('key', key && resolveKey({ value: key, origin: childOrigin(origin, 'key') })),
    origin,
  };
}

export function resolvePpa({ value: { ppa, key }, origin }: Located<Ppa>): PpaSpec {
  const [owner = '', archive = ''] = ppa.replace(/^ppa:/, '').split('/');
  return { owner, archive, key: resolveKey({ value: key, origin: childOrigin(origin, 'key') }), origin };
}

export function resolveDownload({ value: { url, sha256 }, origin }: Located<Download>): DownloadSpec {
  return { url, sha256, origin };
}

/** Equal ones once: presets may ask for the same. */
export function distinct<T extends { readonly origin: unknown }>(values: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = JSON.stringify(value, (name, part: unknown) => (name === 'origin' ? undefined : part));
    return !seen.has(text) && seen.add(text);
  });
}

type AnyKey = RepositoryKey | (Exclude<RepositoryKey, string> & Partial<Armored & Fingerprinted>);

function resolveKey({ value, origin }: Located<AnyKey>): KeySpec {
  if (typeof value === 'string') return { kind: 'keyring', path: value, origin };
  const { armored, fingerprint } = value as Partial<Armored & Fingerprinted>;
  const source = 'file' in value ? { file: value.file } : { url: value.url, sha256: value.sha256 };
  const path = 'file' in value ? value.file : value.url.replace(/[?#].*/s, '');
  return { kind: 'file', source, armored: armored ?? !/\.(?:gpg|pgp|kbx)$/i.test(path), ...given('fingerprint', fingerprint), origin };
}

function wordsOf(words: string | readonly string[] | undefined): readonly string[] {
  if (words === undefined) return [];
  return typeof words === 'string' ? [words] : [...new Set(words)];
}
