/**
 * runContainer(): the container profile and the options of `run` → the engine's run, whose exit code is ours.
 *
 * Folders of the host are relative to the folder of the definition; a missing one is made by us, so that it belongs to the caller and not to root.
 */

import { existsSync, mkdirSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import type { RunMount, RunOptions } from '../engine/engine.js';
import type { EngineName } from '../engine/index.js';
import type { ContainerSpec } from '../spec/spec.js';
import { chooseEngine, planEngine } from './choose-engine.js';
import { CliError } from './cli-error.js';
import { onlyImage } from './only-image.js';
import type { Output } from './output.js';
import { projectLabel } from './project-label.js';
import { openProject, type Project, type ProjectImage } from './project.js';
import { requireImage } from './require-image.js';
import { runEngine } from './run-engine.js';
import { shellQuoted } from './shell-quoted.js';

export interface RunRequest {
  readonly subject: string | undefined;
  readonly arg: readonly string[] | undefined;
  /** One of several images. */
  readonly image: string | undefined;
  readonly engine: EngineName | undefined;
  readonly detach: boolean | undefined;
  readonly interactive: boolean | undefined;
  readonly tty: boolean | undefined;
  readonly name: string | undefined;
  readonly volume: readonly string[] | undefined;
  readonly publish: readonly string[] | undefined;
  readonly 'dry-run': boolean;
  readonly afterDashes: readonly string[];
}

export async function runContainer(request: RunRequest, output: Output): Promise<number> {
  const project = await openProject({ file: request.subject, verb: 'run', name: request.image, arg: request.arg }, output);
  const options = runOptions(project.folder, onlyImage(project, '--image'), request);
  if (request['dry-run']) return printCommand(options, request.engine, output);
  const choice = chooseEngine(request.engine, 'run');
  const list = choice.engine.runArguments?.(options) ?? [];
  await requireImage(choice, options.image);
  makeFolders(project.folder, options, request);
  let container: string | undefined;
  // What an engine prints of a container in the background is its id, and nothing else.
  const hear = options.detach && output.json ? { hear: (stdout: string) => void (container = stdout.trim()) } : {};
  const exitCode = await runEngine(choice, { arguments: list, cwd: project.folder, ...hear }, output);
  const id = container ? { container } : {};
  output.result({ ok: exitCode === 0, engine: choice.engine.name, command: [choice.engine.command, ...list], ...id, exitCode });
  return exitCode;
}

/** Before the engine does it as root. */
function makeFolders(folder: string, options: RunOptions, request: RunRequest): void {
  const mounted = options.mounts.flatMap((mount) => (mount.kind === 'bind' ? [mount.host] : []));
  const given = (request.volume ?? []).flatMap((text) => parseVolume(text, folder).folder ?? []);
  for (const path of [...mounted, ...given]) if (!existsSync(path)) mkdirSync(path, { recursive: true });
}

function runOptions(folder: string, image: ProjectImage, request: RunRequest): RunOptions {
  const profile = image.compiled.spec.container;
  const volumes = (request.volume ?? []).map((text) => parseVolume(text, folder));
  const taken = new Set(volumes.map((volume) => volume.to));
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
    remove: profile.remove && !(detach && !profile.detach),
    mounts: profile.mounts.map((mount) => resolveMount(mount, folder)).filter((mount) => !taken.has(mount.to)),
    volumes: volumes.map((volume) => volume.text),
    ports: [...profile.ports, ...(request.publish ?? [])],
    env: profile.env,
    labels: [projectLabel(image.compiled.spec) ?? []].flat(),
    user: profile.user === 'caller' ? caller() : profile.user,
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

interface Volume {
  /** For the engine, the folder absolute. */
  readonly text: string;
  readonly folder: string | undefined;
  readonly to: string;
}

/** `HOST:PATH[:OPTIONS]`; a HOST without a slash is the name of a volume, as the engines have it. */
function parseVolume(text: string, folder: string): Volume {
  const drive = /^[A-Za-z]:[\\/]/.test(text) ? 2 : 0;
  const colon = text.indexOf(':', drive);
  const host = colon < 0 ? '' : text.slice(0, colon);
  const rest = colon < 0 ? text : text.slice(colon + 1);
  const to = rest.split(':')[0] ?? '';
  if (host === '' || !to.startsWith('/')) {
    const hint = 'write HOST:PATH with an absolute PATH: -v ./results:/opt/results';
    throw new CliError({ code: 'usage', message: `"${text}" is not a volume`, hint });
  }
  if (!/[\\/]/.test(host) && host !== '.' && host !== '..') return { text, folder: undefined, to };
  const path = isAbsolute(host) ? host : resolve(folder, host);
  return { text: `${path}:${rest}`, folder: path, to };
}

/** Undefined where there are no uids. */
function caller(): string | undefined {
  return process.getuid === undefined ? undefined : `${process.getuid()}:${process.getgid?.() ?? process.getuid()}`;
}

function printCommand(options: RunOptions, wanted: EngineName | undefined, output: Output): number {
  const engine = planEngine(wanted, 'run');
  const list = [engine.command, ...(engine.runArguments?.(options) ?? [])];
  if (!output.json) output.answer(`${shellQuoted(list)}\n`);
  output.result({ ok: true, engine: engine.name, command: list });
  return 0;
}
