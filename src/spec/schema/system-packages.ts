/** `apt`, `apk`, `dnf`, `zypper` and `pacman`: packages, and where they come from. */

import * as v from 'valibot';
import { copiedFileFault } from '../check/paths.js';
import {
  architectureFault,
  componentFault,
  componentsFault,
  fingerprintFault,
  keyringFault,
  moduleFault,
  ppaFault,
  repositoryNameFault,
  sha256Fault,
  suiteFault,
  tagWordFault,
  uriFault,
} from '../check/repositories.js';
import type { Check } from '../check/fault.js';
import { checked, either, list, overridable, shape, withJson } from './primitives.js';
import { flag, text, textList, texts } from './texts.js';

const common = { packages: v.optional(textList), build: v.optional(textList), recommends: v.optional(flag) };

const uri = text(uriFault);
const name = text(repositoryNameFault);
const repository = { name: v.optional(name), uri };

const download = { url: uri, sha256: text(sha256Fault) };
const file = { file: text(copiedFileFault) };
const keyring = text(keyringFault);

const KEY = "{ url, sha256 }, { file } or the path of a base's keyring";
const key = either(KEY, [shape(download), shape(file), keyring]);

const armored = v.optional(flag);
const aptKey = either(KEY, [shape({ ...download, armored }), shape({ ...file, armored }), keyring]);

const fingerprint = text(fingerprintFault);
const pacmanKey = either('{ url, sha256, fingerprint } or { file, fingerprint }', [
  shape({ ...download, fingerprint }),
  shape({ ...file, fingerprint }),
]);

function wordOrWords(check: Check<string>, expects: string) {
  return either(expects, [text(check), list(text(check), 'a list of strings')]);
}

/** In JSON Schema: suites that have components. */
const NO_FOLDER = {
  anyOf: [
    { type: 'string', not: { pattern: '/$' } },
    { type: 'array', not: { contains: { type: 'string', pattern: '/$' } } },
  ],
};

const aptRepository = withJson(
  checked(
    shape({
      ...repository,
      suites: either('a suite or a list of suites', [text(suiteFault), withJson(list(text(suiteFault), 'a list of strings'), { minItems: 1 })]),
      components: v.optional(wordOrWords(componentFault, 'a component or a list of components')),
      architectures: v.optional(wordOrWords(architectureFault, 'an architecture or a list of architectures')),
      key: aptKey,
    }),
    componentsFault,
  ),
  { if: { properties: { suites: NO_FOLDER } }, then: { required: ['components'], properties: { components: { minLength: 1, minItems: 1 } } } },
);

const rpmRepository = shape({ ...repository, key });

export const apt = either('a list of package names or { packages, build, … }', [
  texts,
  shape({
    ...common,
    repositories: v.optional(overridable(list(aptRepository, 'a list of repositories'))),
    ppas: v.optional(
      overridable(list(shape({ ppa: text(ppaFault), key: aptKey }, '{ ppa, key }: what a PPA is signed with has to be said'), 'a list of PPAs')),
    ),
    debs: v.optional(overridable(list(shape(download, '{ url, sha256 }'), 'a list of downloads'))),
  }),
]);

export const apk = either('a list of package names or { packages, build, … }', [
  texts,
  shape({
    ...common,
    repositories: v.optional(
      overridable(list(shape({ ...repository, tag: v.optional(text(tagWordFault)), key: v.optional(key) }), 'a list of repositories')),
    ),
  }),
]);

export const dnf = either('a list of package names or { packages, build, … }', [
  texts,
  shape({
    ...common,
    repositories: v.optional(overridable(list(rpmRepository, 'a list of repositories'))),
    epel: v.optional(flag),
    modules: v.optional(overridable(list(text(moduleFault), 'a list of modules'))),
  }),
]);

export const zypper = either('a list of package names or { packages, build, … }', [
  texts,
  shape({ ...common, repositories: v.optional(overridable(list(rpmRepository, 'a list of repositories'))) }),
]);

export const pacman = either('a list of package names or { packages, build, … }', [
  texts,
  shape({ ...common, repositories: v.optional(overridable(list(shape({ name, uri, key: v.optional(pacmanKey) }), 'a list of repositories'))) }),
]);
