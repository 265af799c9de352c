/**
 * runOptions(): the container profile of a definition, and what the command line says besides or instead → what an engine is asked for.
 */

import { resolve } from 'node:path';
import type { RunMount, RunOptions } from '../../engine/engine.js';
import type { ContainerSpec } from '../../spec/spec.js';
import { CliError } from '../cli-error.js';
import { projectLabel } from '../project-label.js';
import type { ProjectImage } from '../project.js';
import { parseVolume, type Volume } from './parse-volume.js';
import type { RunRequest } from './run-request.js';

export interface PlannedRun {
  readonly options: RunOptions;
  /** Folders of the host that it sees, absolute. */
  readonly folders: readonly HostFolder[];
}

export interface HostFolder {
  readonly path: string;
  readonly readOnly: boolean;
}

export function planRun(folder: string, image: ProjectImage, request: RunRequest): PlannedRun {
  const volumes = (request.volume ?? []).map((text) => parseVolume(text, folder));
  const options = runOptions(folder, image, { ...request, volumes });
  const mounted = options.mounts.flatMap((mount) => (mount.kind === 'bind' ? [{ path: mount.host, readOnly: mount.readOnly }] : []));
  const given = volumes.flatMap(({ folder: path, readOnly }) => (path === undefined ? [] : [{ path, readOnly }]));
  return { options, folders: [...mounted, ...given] };
}

function runOptions(folder: string, image: ProjectImage, request: RunRequest & { readonly volumes: readonly Volume[] }): RunOptions {
  const profile = image.compiled.spec.container;
  const taken = new Set(request.volumes.map((volume) => volume.to));
  const detach = request.detach ?? profile.detach;
  const terminal = !detach && profile.interactive;
  return {
    image: firstTag(image),
    name: request.name ?? profile.name,
    interactive: request.interactive ?? terminal,
    // Without a terminal an engine refuses -t.
    tty: request.tty ?? (terminal && process.stdin.isTTY === true),
    detach,
    // Who detaches a container that is removed by default wants to read its log.
    remove: request.rm ?? (profile.remove && !(detach && !profile.detach)),
    mounts: profile.mounts.map((mount) => resolveMount(mount, folder)).filter((mount) => !taken.has(mount.to)),
    volumes: request.volumes.map((volume) => volume.text),
    ports: publishedPorts(profile.ports, request.publish ?? []),
    env: variables(profile.env, request.env ?? []),
    labels: [projectLabel(image.compiled.spec) ?? []].flat(),
    ...userOptions(request.user ?? profile.user),
    command: request.afterDashes.length > 0 ? request.afterDashes : (profile.command ?? []),
  };
}

function firstTag({ compiled, name }: ProjectImage): string {
  const tag = compiled.spec.tags[0];
  if (tag !== undefined) return tag.value;
  throw new CliError({
    code: 'no-tag',
    message: `the image "${name}" has no name to run it by`,
    hint: "give the definition a name: name: 'word_count'",
  });
}

function resolveMount(mount: ContainerSpec['mounts'][number], folder: string): RunMount {
  if ('volume' in mount) return { kind: 'volume', volume: mount.volume, to: mount.to };
  return { kind: 'bind', host: resolve(folder, mount.host), to: mount.to, readOnly: mount.readOnly };
}

/** A variable without a value has that of our own environment, as the engines have it. */
function variables(profile: ContainerSpec['env'], given: readonly string[]): RunOptions['env'] {
  const named = given.map((text) => {
    const [name = ''] = text.split('=', 1);
    if (name === '')
      throw new CliError({
        code: 'usage',
        message: `"${text}" is not a variable`,
        hint: 'write NAME=VALUE, or NAME for that of your own environment',
      });
    return { name, value: text === name ? undefined : text.slice(name.length + 1) };
  });
  return [...profile.filter(({ name }) => named.every((variable) => variable.name !== name)), ...named];
}

/** The caller has a number only where there are uids. */
function userOptions(user: string | undefined): Pick<RunOptions, 'user' | 'keepsUser'> {
  if (user !== 'caller') return { user };
  const uid = process.getuid?.();
  return uid === undefined ? {} : { user: `${uid}:${process.getgid?.() ?? uid}`, keepsUser: uid !== 0 };
}

/** A port of the container that the command line publishes is published there, and not where the profile says. */
function publishedPorts(profile: readonly string[], given: readonly string[]): readonly string[] {
  const inner = (port: string) => port.replace(/^.*:/, '').replace(/\/tcp$/, '');
  const taken = new Set(given.map(inner));
  return [...profile.filter((port) => !taken.has(inner(port))), ...given];
}
