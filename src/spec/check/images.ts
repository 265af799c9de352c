/** Image references, digests and platforms. */

import { didYouMean } from '../did-you-mean.js';
import { imageReference } from '../image-reference.js';
import { registryHost } from '../../registry-host.js';
import { quoted, type Check, type Fault } from './fault.js';

const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$/;

/** A reference that the builder cannot read, with the reason. */
export const imageReferenceFault: Check<string> = (reference) => {
  const fault = (reason: string, hint: string): Fault => ({ code: 'bad-image-reference', message: `${quoted(reference)} ${reason}`, hint });
  if (reference === '')
    return { code: 'bad-image-reference', message: 'the image reference is empty', hint: "name an image: 'debian:bookworm-slim'" };
  if (/\s/.test(reference)) return fault('has a blank in it', 'take it out');
  if (reference.includes('$'))
    return fault('has a variable in it', "write it in full; a base may be expand('debian:${RELEASE}'), with a global build argument");
  if (reference.includes('://'))
    return fault('is a URL, not an image reference', `leave out ${quoted(reference.slice(0, reference.indexOf('://') + 3))}`);
  const { repository, tag, digest } = imageReference(reference);
  if (tag !== undefined && !/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(tag))
    return fault('has a tag that no image can have', 'write letters, digits, "_", "." and "-" after the colon');
  if (digest !== undefined && digestFault(digest))
    return fault('has a digest that no image can have', 'write "sha256:" and 64 hexadecimal digits after the "@"');
  return repositoryFits(repository) ? undefined : repositoryFault(repository, fault);
};

/** The text of `expand('…')` as a base: variables in any place, and nothing else that is special. */
export const expandedReferenceFault: Check<string> = (text) => {
  const plain = text.replace(/\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*(?::?[-+?][^}]*)?\})/g, '');
  if (!/[\s\\$]/.test(plain)) return undefined;
  const hint = "write it as in expand('debian:${RELEASE:-bookworm}-slim')";
  return { code: 'bad-image-reference', message: `${quoted(text)} is no image reference with variables`, hint };
};

function repositoryFits(repository: string): boolean {
  const [first = '', ...path] = repository.split('/');
  return (registryHost(repository) === undefined ? COMPONENT : HOST).test(first) && path.every((part) => COMPONENT.test(part));
}

function repositoryFault(repository: string, fault: (reason: string, hint: string) => Fault): Fault {
  if (/[A-Z]/.test(repository)) return fault('has capital letters in its repository', 'write it in lower case');
  return fault('is no image reference', "write it as in 'debian:bookworm-slim' or 'registry.example.org/team/tool:1.2'");
}

/** A reference whose meaning changes from day to day. */
export const unpinnedFault: Check<string> = (reference) => {
  const { tag, digest, repository } = imageReference(reference);
  if (reference === 'scratch' || digest !== undefined || (tag !== undefined && tag !== 'latest') || imageReferenceFault(reference)) return undefined;
  const reason = tag === undefined ? 'has no tag' : 'has the tag "latest"';
  return {
    code: 'unpinned-base',
    severity: 'warning',
    message: `${quoted(reference)} ${reason}: what it means changes from day to day`,
    hint: `name a version: "${repository}:VERSION"`,
  };
};

export const digestFault: Check<string> = (digest) =>
  /^sha256:[0-9a-f]{64}$/.test(digest)
    ? undefined
    : { code: 'bad-digest', message: `${quoted(digest)} is no digest`, hint: 'write "sha256:" and 64 hexadecimal digits' };

const SYSTEMS = ['linux', 'windows', 'darwin', 'freebsd', 'wasi'];
const ARCHITECTURES = '386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64le riscv64 s390x wasm'.split(' ');

/** A platform that an image is to be built for: one that exists. */
export const knownPlatformFault: Check<string> = (platform) => {
  const [, system = '', architecture = '', variant] = /^([a-z0-9]+)\/([a-z0-9_]+)(?:\/(v[0-9.]+))?$/.exec(platform) ?? [];
  if (SYSTEMS.includes(system) && ARCHITECTURES.includes(architecture)) return undefined;
  const rest = variant === undefined ? '' : `/${variant}`;
  const known = SYSTEMS.flatMap((each) => ARCHITECTURES.map((other) => `${each}/${other}${rest}`));
  return {
    code: 'bad-platform',
    message: `${quoted(platform)} is no platform`,
    hint: didYouMean(platform, known) ?? "write system and architecture: 'linux/amd64'",
  };
};

/** The same with variables: nothing but them and what platforms are made of. */
export const expandedPlatformFault: Check<string> = (text) =>
  /^(?:[a-z0-9._/-]|\$[A-Z][A-Z0-9_]*(?![a-z])|\$\{[A-Z][A-Z0-9_]*\})+$/.test(text)
    ? undefined
    : { code: 'bad-platform', message: `${quoted(text)} is no platform with variables`, hint: "write it as in expand('$BUILDPLATFORM')" };

export const platformFault: Check<string> = (platform) =>
  /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/.test(platform)
    ? undefined
    : { code: 'bad-platform', message: `${quoted(platform)} is no platform`, hint: "write system and architecture: 'linux/amd64'" };
