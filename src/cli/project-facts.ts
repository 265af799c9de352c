/**
 * projectFacts(): what package.json beside a definition, and git, say of the project, for `labels: { oci: true }`. Loaded only where that is asked for.
 *
 * What is not there says nothing; a package.json that is no JSON is an error.
 */

import { join } from 'node:path';
import { ask } from '../engine/ask.js';
import type { ProjectFacts } from '../spec/project-facts.js';
import { CliError } from './cli-error.js';
import { shownPath } from './report.js';
import { readText } from './write.js';

export async function projectFacts(folder: string): Promise<ProjectFacts> {
  const facts = packageFacts(readPackage(join(folder, 'package.json')));
  return facts.source === undefined ? { ...facts, ...defined({ source: await originOf(folder) }) } : facts;
}

/** The commit that the folder has; undefined where there is none, or where what git knows of has changed since. */
export async function revisionOf(folder: string): Promise<string | undefined> {
  const changes = await ask('git', ['-C', folder, 'status', '--porcelain', '--untracked-files=no']);
  if (changes.exitCode !== 0 || changes.stdout.trim() !== '') return undefined;
  const { exitCode, stdout } = await ask('git', ['-C', folder, 'rev-parse', '--verify', 'HEAD']);
  return exitCode === 0 ? stdout.trim() : undefined;
}

/** As it is written: `git remote get-url` would have whoever's own `insteadOf` in it. A path of this machine is nothing. */
async function originOf(folder: string): Promise<string | undefined> {
  const { exitCode, stdout } = await ask('git', ['-C', folder, 'config', '--get', 'remote.origin.url']);
  return exitCode === 0 && stdout.includes(':') ? stdout.trim() : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function readPackage(path: string): Fields {
  const text = readText(path);
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    const message = `${shownPath(path)} is no JSON, and "oci" takes labels from it`;
    throw new CliError({ code: 'bad-package-json', message, hint: 'mend it, or write the labels by name' });
  }
}

function packageFacts(fields: Fields): ProjectFacts {
  const { name, description, version, license, homepage, documentation, repository } = fields;
  return defined({
    title: textOf(name),
    description: textOf(description),
    version: textOf(version),
    licenses: licenseOf(license),
    authors: authorsOf(fields),
    url: textOf(homepage),
    documentation: textOf(documentation),
    source: textOf(fieldOf(repository, 'url')),
  });
}

/** An SPDX expression, which npm's other two words are not. */
function licenseOf(license: unknown): string | undefined {
  const text = textOf(fieldOf(license, 'type'));
  return text === undefined || /^(?:UNLICENSED|SEE LICENSE IN .*)$/.test(text) ? undefined : text;
}

function authorsOf({ author, contributors }: Fields): string | undefined {
  const people = [author, ...(Array.isArray(contributors) ? (contributors as readonly unknown[]) : [])].flatMap((person) => personOf(person) ?? []);
  return people.length === 0 ? undefined : [...new Set(people)].join(', ');
}

/** `Name <address>`, without the page that npm lets follow. */
function personOf(person: unknown): string | undefined {
  const name = textOf(fieldOf(person, 'name'))?.replace(/\s*\([^)]*\)$/, '');
  const address = typeof person === 'object' ? textOf(fieldOf(person, 'email')) : undefined;
  return name === undefined || address === undefined ? name : `${name} <${address}>`;
}

/** The short form of a field stands for one of those of its long form. */
function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Fields)[key] : value;
}

/** On one line, as labels are; without characters that would show something else than there is. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, '');
  return text.trim() === '' ? undefined : text.trim();
}

function defined(facts: { readonly [K in keyof ProjectFacts]?: string | undefined }): ProjectFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
