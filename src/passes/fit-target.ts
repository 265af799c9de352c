/**
 * What the builder lacks is said in another form, where there is one that does the same.
 *
 *     COPY --parents docs/manual src/tool /app/
 *
 *     COPY docs/manual /app/docs/manual
 *     COPY src/tool /app/src/tool
 *
 * - `--link` goes: without it a layer is made again with the one below, and a folder of the target that is a link is followed;
 * - for Buildah, whose `--exclude` begins at the root of the context, patterns are said for that too, from the source on;
 * - for Buildah, which ignores SHELL in CMD and ENTRYPOINT, their shell forms become lists, and a range of ports its ports;
 * - for the legacy builder, which has no mounts, the files that an install reads are copied and removed again.
 *
 * Refuses `--parents` of patterns, of variables and with `--exclude`: what they match is not known. What is left is the error `beyond-target`.
 */

import { posix } from 'node:path';
import { beginsAtSource } from '../ir/begins-at-source.js';
import { hasFeature } from '../ir/features.js';
import type { Cmd, Copy, Entrypoint, Expose, Install, Instruction, Run, Trigger } from '../ir/instruction.js';
import { isOnePath } from '../ir/is-one-path.js';
import { targetOf, type Program, type Stage } from '../ir/program.js';
import { shellAfter, stageShell } from '../ir/stage-shell.js';
import { shellWord } from '../shell-word.js';
import type { Target } from '../target.js';
import type { AnyText } from '../text.js';
import type { Pass } from './pass.js';

export const fitTarget: Pass = {
  name: 'fit-target',
  summary: 'what the builder lacks is said in another form',
  why: 'An older builder, or another one, would stop at what it does not know.',
  policies: ['cache', 'fewest', 'as-written'],
  apply: (program) => {
    const target = targetOf(program);
    const stages = program.stages.map((stage) => fitStage(program, stage, target));
    return stages.some((stage, index) => stage !== program.stages[index]) ? { ...program, stages } : program;
  },
};

function fitStage(program: Program, stage: Stage, target: Target): Stage {
  let shell = stageShell(program, stage);
  const fitted = stage.instructions.map((instruction) => {
    shell = shellAfter(shell, instruction);
    return fit(instruction, target, shell);
  });
  const changed = fitted.some((list, index) => list.length !== 1 || list[0] !== stage.instructions[index]);
  return changed ? { ...stage, instructions: fitted.flat() } : stage;
}

function fit(instruction: Instruction, target: Target, shell: readonly string[] | undefined): readonly Instruction[] {
  switch (instruction.kind) {
    case 'copy':
      return fitCopy(instruction, target);
    case 'add':
      return [withoutLink(instruction, target)];
    case 'cmd':
    case 'entrypoint':
      return [hasFeature(target, 'shellOfCommands') ? instruction : asList(instruction, shell)];
    case 'expose':
      return [hasFeature(target, 'exposeRange') ? instruction : singlePorts(instruction)];
    case 'onbuild':
      return fit(instruction.instruction, target, shell).map((trigger) =>
        trigger === instruction.instruction ? instruction : { ...instruction, instruction: trigger as Trigger },
      );
    case 'install':
      return hasFeature(target, 'mount') ? [instruction] : copyReads(instruction);
    default:
      return [instruction];
  }
}

function withoutLink<I extends { readonly link?: boolean }>(instruction: I, target: Target): I {
  if (instruction.link === undefined || hasFeature(target, 'link')) return instruction;
  const { link: _, ...rest } = instruction;
  return rest as I;
}

function fitCopy(copy: Copy, target: Target): readonly Copy[] {
  const fitted = withExcludes(withoutLink(copy, target), target);
  const { sources, to, exclude, parents, ...rest } = fitted;
  const isKnown = typeof to === 'string' && exclude.length === 0 && sources.every(isOnePath);
  if (parents !== true || hasFeature(target, 'copyParents') || !isKnown) return [fitted];
  return sources.map((source) => ({ ...rest, sources: [source], to: placeOf(source as string, to), exclude }));
}

/** Both forms: a builder that reads them from the source on finds nothing by the other one. */
function withExcludes(copy: Copy, target: Target): Copy {
  if (hasFeature(target, 'excludeOfSource') || !copy.sources.every(isOnePath) || !copy.exclude.some(beginsAtSource)) return copy;
  const folders = copy.sources.map((source) => posix.join('/', source as string).replace(/^\/+|\/+$/g, '')).filter((folder) => folder !== '');
  return {
    ...copy,
    exclude: copy.exclude.flatMap((pattern) => [pattern, ...(beginsAtSource(pattern) ? folders.map((folder) => below(folder, pattern)) : [])]),
  };
}

function below(folder: string, pattern: string): string {
  const [, negation = '', rest = ''] = /^(!?)\/*(.*)$/.exec(pattern) ?? [];
  return `${negation}${folder}/${rest}`;
}

/** Where `--parents` puts a source: its whole path, or what is behind a pivot, below the target. */
function placeOf(source: string, to: string): string {
  const [, behind = source] = /\/\.\/(.*)$/.exec(source) ?? [];
  return posix.join(to, posix.join('/', behind));
}

function asList<I extends Cmd | Entrypoint>(instruction: I, shell: readonly string[] | undefined): I {
  const { command } = instruction;
  if (command.form === 'exec' || shell === undefined) return instruction;
  return { ...instruction, command: { form: 'exec', argv: [...shell, command.line] } };
}

function singlePorts(expose: Expose): Expose {
  if (!expose.ports.some((port) => typeof port === 'string' && port.includes('-'))) return expose;
  return { ...expose, ports: expose.ports.flatMap(portsOf) };
}

function portsOf(port: AnyText): readonly AnyText[] {
  if (typeof port !== 'string') return [port];
  const [, first, last, protocol = ''] = /^(\d+)-(\d+)(\/.*)?$/.exec(port) ?? [];
  if (first === undefined) return [port];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${Number(first) + index}${protocol}`);
}

function copyReads(install: Install): readonly Instruction[] {
  if (install.reads.length === 0) return [install];
  const copies = install.reads.map(({ source, target, origin }): Copy => ({
    kind: 'copy',
    origins: [origin],
    sources: [source],
    to: target,
    exclude: [],
  }));
  const removal = `rm -rf ${install.reads.map(({ target }) => shellWord(target)).join(' ')}`;
  const read = { ...install, reads: [] };
  if (install.caching === 'cleanup') return [...copies, { ...read, cleanup: [...install.cleanup, removal] }];
  const commands = [{ line: removal, arguments: [], isolated: false }];
  const remove: Run = { kind: 'run', origins: install.origins, script: { form: 'commands', commands }, mounts: [], verbatim: false, generated: true };
  return [...copies, read, remove];
}
