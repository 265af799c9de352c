/** Short constructors of instructions, so that tests show programs and not their syntax. Each has one origin, named after its field. */

import { dump } from '../../src/ir/dump.js';
import type {
  Arg,
  Cmd,
  Copy,
  Entrypoint,
  Env,
  Expose,
  File,
  From,
  Install,
  Instruction,
  Label,
  Raw,
  Run,
  Shell,
  User,
  Volume,
  Workdir,
} from '../../src/ir/instruction.js';
import type { Program } from '../../src/ir/program.js';
import type { Origin, OriginPath } from '../../src/origin.js';
import type { AnyText, Text } from '../../src/text.js';

export const at = (...path: OriginPath): Origin => ({ path });

/** A program of one stage that starts from debian. */
export const debian = (...instructions: readonly Instruction[]): Program => ({
  globalArgs: [],
  stages: [{ origin: at(), instructions: [from('debian:bookworm-slim'), ...instructions] }],
  ignore: [],
});

/** The instructions of the last stage behind its FROM, one a line, as s-expressions. */
export const shown = (program: Program): string => {
  const stage = program.stages.at(-1)!;
  const body = { ...program, stages: [{ origin: stage.origin, instructions: stage.instructions.slice(1) }], globalArgs: [], ignore: [] };
  return `\n${dump(body)
    .split('\n')
    .slice(2)
    .map((line) => line.slice(4))
    .join('\n')
    .replace(/\)\)\s*$/, '')}\n`;
};

export const from = (image: string): From => ({ kind: 'from', origins: [at('base')], image: [image] });
export const fromStage = (stage: string): From => ({ kind: 'from', origins: [at('base')], stage });

export const arg = (name: string): Arg => ({ kind: 'arg', origins: [at('args', name)], name });

export const env = (values: Readonly<Record<string, string | Text>>): Env => ({
  kind: 'env',
  origins: Object.keys(values).map((name) => at('env', name)),
  entries: Object.entries(values).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? [value] : value,
    origin: at('env', name),
  })),
});

export const label = (values: Readonly<Record<string, string | Text>>): Label => ({
  kind: 'label',
  origins: Object.keys(values).map((name) => at('labels', name)),
  entries: Object.entries(values).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? [value] : value,
    origin: at('labels', name),
  })),
});

export const shell = (...argv: readonly string[]): Shell => ({ kind: 'shell', origins: [at('shell')], argv });
export const workdir = (path: string | Text): Workdir => ({
  kind: 'workdir',
  origins: [at('workdir')],
  path: typeof path === 'string' ? [path] : path,
});
export const user = (name: AnyText): User => ({ kind: 'user', origins: [at('user')], user: name });

export const copy = (source: string, to: string, more: Partial<Copy> = {}): Copy => ({
  kind: 'copy',
  origins: [at('copy', source)],
  sources: [source],
  to,
  exclude: [],
  ...more,
});

export const file = (to: string, content: string): File => ({ kind: 'file', origins: [at('files', to)], to, content, expand: false });

export const run = (line: string, more: Partial<Run> & { readonly isolated?: boolean } = {}): Run => {
  const { isolated = false, ...rest } = more;
  return {
    kind: 'run',
    origins: [at('run', line)],
    script: { form: 'commands', commands: [{ line, arguments: [], isolated }] },
    mounts: [],
    verbatim: false,
    ...rest,
  };
};

export const apt = (packages: readonly string[], more: Partial<Install> = {}): Install => ({
  kind: 'install',
  manager: 'apt',
  origins: [at('apt')],
  prepare: ['apt-get update'],
  command: 'apt-get install -y',
  cacheOptions: ['-o Dir::Cache::archives=kept', '-o Dir::Cache::srcpkgcache=kept.index'],
  noCacheOptions: [],
  packages: packages.map((value, index) => ({ value, origin: at('apt', index) })),
  options: [],
  cleanup: ['rm -rf /var/lib/apt/lists/*'],
  caches: [{ type: 'cache', target: '/var/cache/apt', sharing: 'locked' }],
  mounts: [],
  reads: [],
  environment: [],
  sortable: true,
  mergeable: true,
  ...more,
});

export const pip = (requirements: string, more: Partial<Install> = {}): Install => ({
  ...apt([], { manager: 'pip', prepare: [], command: 'pip install', cacheOptions: [], cleanup: [] }),
  origins: [at('pip')],
  noCacheOptions: ['--no-cache-dir'],
  options: [`-r /tmp/requirements/${requirements}`],
  caches: [{ type: 'cache', target: '/root/.cache/pip' }],
  reads: [{ source: requirements, target: `/tmp/requirements/${requirements}`, origin: at('pip', 'requirements') }],
  ...more,
});

export const expose = (...ports: readonly AnyText[]): Expose => ({ kind: 'expose', origins: [at('expose')], ports });
export const volume = (...paths: readonly string[]): Volume => ({ kind: 'volume', origins: [at('volumes')], paths });
export const entrypoint = (...argv: readonly string[]): Entrypoint => ({
  kind: 'entrypoint',
  origins: [at('entrypoint')],
  command: { form: 'exec', argv },
});
export const cmd = (...argv: readonly string[]): Cmd => ({ kind: 'cmd', origins: [at('cmd')], command: { form: 'exec', argv } });
export const shellCmd = (line: string): Cmd => ({ kind: 'cmd', origins: [at('cmd')], command: { form: 'shell', line } });
export const raw = (text: string): Raw => ({ kind: 'raw', origins: [at('raw')], text });
