/**
 * dump(): a program as s-expressions, for tests and for `generate --format ir`. Deterministic, total, and complete: what is in the program is in the dump,
 * origins only when asked for.
 *
 *     (program
 *       (stage
 *         (from "debian:bookworm-slim")
 *         (run (commands ("apt-get update") ("apt-get install -y" "git")))))
 */

import type { Mount } from '../mount.js';
import { originText, type Origin } from '../origin.js';
import type { PathText } from '../text.js';
import { field, fields, flag, list, path, quoted, text, textField, write, type Expression } from './expression.js';
import type { AddSource, CommandForm, Copy, Install, Instruction, InstructionKind, NamedText, RunScript } from './instruction.js';
import type { Target } from '../target.js';
import type { Program, Stage } from './program.js';

export function dump(program: Program, options: { readonly origins?: boolean } = {}): string {
  const { globalArgs, stages, target, dockerfile, leftOut = [], ignore, context, contexts = [] } = program;
  const withOrigins = (instruction: Instruction): Expression => instructionExpression(instruction, options.origins ?? false);
  const stageExpression = (stage: Stage): Expression => [
    'stage',
    ...(stage.name === undefined ? [] : [stage.name]),
    ...stage.instructions.map(withOrigins),
  ];
  const program_: Expression = [
    'program',
    ...globalArgs.map(withOrigins),
    ...stages.map(stageExpression),
    ...field('target', target),
    ...(dockerfile === undefined ? [] : [targetExpression(dockerfile)]),
    ...list('left-out', leftOut),
    ...list('ignore', ignore),
    ...field('context', context),
    ...contexts.map(({ name, value }) => ['context', name, ...(value === undefined ? [] : [quoted(value)])]),
  ];
  return `${write(program_, 0)}\n`;
}

function targetExpression({ builder, version, syntax, escape, checks }: Target): Expression {
  const said = checks === undefined ? [] : [['checks', ...list('skip', checks.skip), ...flag('error', checks.error)]];
  return ['dockerfile', builder, ...field('version', version), ...field('syntax', syntax), ...field('escape', escape), ...said];
}

function instructionExpression(instruction: Instruction, withOrigins: boolean): Expression {
  const { kind, comment, origins } = instruction;
  const body = (bodies[kind] as (instruction: Instruction) => readonly Expression[])(instruction);
  return [kind, ...field('comment', comment), ...body, ...(withOrigins ? [originsExpression(origins)] : [])];
}

function originsExpression(origins: readonly Origin[]): Expression {
  return ['origins', ...origins.map((origin) => (origin.preset ? [quoted(origin.preset.name), originText(origin)] : originText(origin)))];
}

const bodies: { readonly [K in InstructionKind]: (instruction: Extract<Instruction, { kind: K }>) => readonly Expression[] } = {
  from: ({ image, stage, platform, shell = [], triggers = [] }) => [
    ...(image ? [text(image)] : []),
    ...(stage === undefined ? [] : [['stage', stage]]),
    ...field('platform', platform),
    ...list('shell', shell),
    ...(triggers.length === 0 ? [] : [['triggers', ...triggers.map((trigger) => instructionExpression(trigger, false))]]),
  ],
  arg: ({ name, default: value }) => [name, ...(value ? [text(value)] : [])],
  env: ({ entries }) => entries.map(entry),
  label: ({ entries }) => entries.map(entry),
  shell: ({ argv }) => argv.map(quoted),
  workdir: ({ path }) => [text(path)],
  user: ({ user }) => [path(user)],
  copy: ({ sources, to, from, chown, chmod, link, parents, exclude, layer, changes }) => [
    ...(from ? [['from', ...origin(from)]] : []),
    ['sources', ...sources.map(path)],
    ['to', path(to)],
    ...textField('chown', chown),
    ...textField('chmod', chmod),
    ...fields({ link, parents }),
    ...list('exclude', exclude),
    ...fields({ layer, changes }),
  ],
  add: ({ sources, to, checksum, keepGitDir, unpack, chown, chmod, link, exclude }) => [
    ['sources', ...sources.map(addSource)],
    ['to', path(to)],
    ...(checksum === undefined ? [] : [['checksum', text(checksum)]]),
    ...field('keep-git-dir', keepGitDir),
    ...field('unpack', unpack),
    ...textField('chown', chown),
    ...textField('chmod', chmod),
    ...field('link', link),
    ...list('exclude', exclude),
  ],
  file: ({ to, content, chmod, chown, expand }) => [
    quoted(to),
    quoted(content),
    ...textField('chmod', chmod),
    ...textField('chown', chown),
    ...flag('expand', expand),
  ],
  install,
  run: ({ script, mounts, network, security, devices = [], verbatim, layer, generated }) => [
    ...mounts.map(mount),
    ...fields({ network, security }),
    ...(devices.length === 0 ? [] : list('devices', devices)),
    ...flag('verbatim', verbatim),
    ...field('layer', layer),
    ...flag('generated', generated ?? false),
    runScript(script),
  ],
  expose: ({ ports }) => ports.map(path),
  volume: ({ paths }) => paths.map(path),
  healthcheck: ({ command, interval, timeout, startPeriod, startInterval, retries }) => [
    command ? commandForm(command) : 'none',
    ...field('interval', interval),
    ...field('timeout', timeout),
    ...field('start-period', startPeriod),
    ...field('start-interval', startInterval),
    ...field('retries', retries),
  ],
  'stop-signal': ({ signal }) => [path(signal)],
  entrypoint: ({ command }) => [commandForm(command)],
  cmd: ({ command }) => [commandForm(command)],
  onbuild: ({ instruction }) => [instructionExpression(instruction, false)],
  raw: ({ text: lines }) => [quoted(lines)],
};

function install(request: Install): readonly Expression[] {
  return [
    request.manager,
    ...list('prepare', request.prepare),
    ['command', quoted(request.command)],
    ...list('cache-options', request.cacheOptions),
    ...list('no-cache-options', request.noCacheOptions),
    ...list(
      'packages',
      request.packages.map(({ value }) => value),
    ),
    ...list('options', request.options),
    ...list('cleanup', request.cleanup),
    ...list('traces', request.traces ?? []),
    ...(request.caches.length === 0 ? [] : [['caches', ...request.caches.map(mount)]]),
    ...request.mounts.map(mount),
    ...request.reads.map(({ source, target, readWrite }) => ['read', quoted(source), quoted(target), ...flag('read-write', readWrite ?? false)]),
    ...request.environment.map(({ name, value }) => ['environment', name, quoted(value)]),
    ...flag('sortable', request.sortable),
    ...flag('mergeable', request.mergeable),
    ...field('group', request.group),
    ...(request.caching === undefined ? [] : [['caching', request.caching]]),
  ];
}

function origin(from: NonNullable<Copy['from']>): readonly Expression[] {
  if ('stage' in from) return ['stage', from.stage];
  return 'image' in from ? ['image', quoted(from.image)] : ['context', from.context];
}

function addSource(source: AddSource): Expression {
  switch (source.type) {
    case 'url':
      return ['url', text(source.url)];
    case 'git':
      return ['git', text(source.repository), ...(source.ref === undefined ? [] : [['ref', text(source.ref)]]), ...field('folder', source.folder)];
    case 'archive':
      return ['archive', quoted(source.path)];
  }
}

function runScript(script: RunScript): Expression {
  switch (script.form) {
    case 'commands':
      return [
        'commands',
        ...script.commands.map(({ line, arguments: words, isolated, comment }) => [
          quoted(line),
          ...words.map(quoted),
          ...flag('isolated', isolated),
          ...field('comment', comment),
        ]),
      ];
    case 'script':
      return ['script', quoted(script.text)];
    case 'exec':
      return ['exec', ...script.argv.map(quoted)];
  }
}

function commandForm(command: CommandForm): Expression {
  return command.form === 'exec' ? ['exec', ...command.argv.map(quoted)] : ['shell', quoted(command.line)];
}

function mount({ type, ...fields }: Mount): Expression {
  const names = Object.keys(fields).sort() as (keyof typeof fields)[];
  return ['mount', type, ...names.flatMap((name) => mountField(name, fields[name]))];
}

function mountField(name: string, value: PathText | number | boolean | undefined): readonly Expression[] {
  return typeof value === 'object' ? [[name, path(value)]] : field(name, value);
}

function entry({ name, value }: NamedText): Expression {
  return [quoted(name), text(value)];
}
