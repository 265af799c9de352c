/** Helpers for `steps`: `copy`, `add`, `file`, `run`, `env`, `arg`, `user`, `workdir`, `shell` and `raw`. All return plain data. */

import type {
  AbsolutePath,
  AddOptions,
  AddStep,
  ArgStep,
  CopyOptions,
  CopyStep,
  EnvStep,
  Expansion,
  FileOptions,
  FileStep,
  PathValue,
  RawStep,
  RunDetails,
  RunStep,
  ShellStep,
  User,
  UserStep,
  Value,
  Variables,
  WorkdirStep,
} from './types.js';

/**
 * Files and folders that are copied into the image.
 *
 * @example copy(['Makefile', 'src'], '/src/')
 * @example copy('/src/tool', '/usr/local/bin/', { stage: 'build' })
 */
export function copy<const Stages extends string = never>(
  from: PathValue | readonly PathValue[],
  to: PathValue,
  options: Omit<CopyOptions<Stages>, 'kind' | 'from' | 'to'> = {},
): CopyStep<NoInfer<Stages>> {
  return { kind: 'copy', from, to, ...options };
}

/**
 * A download, a git repository or an archive that is unpacked.
 *
 * @example add({ url: 'https://example.org/tool-1.2.tar.gz', checksum: 'sha256:…', to: '/opt/', unpack: true })
 */
export function add(options: AddOptions): AddStep {
  return { ...options, kind: 'add' };
}

/**
 * A file whose content is given here.
 *
 * @example file('/etc/motd', 'Count words.\n', { chmod: '644' })
 */
export function file(to: AbsolutePath, content: string, options: Omit<FileOptions, 'content'> = {}): FileStep {
  return { kind: 'file', to, content, ...options };
}

/**
 * A command that is run while the image is made; a list is an argument list, run without a shell.
 *
 * @example run('make install', { uses: ['Makefile'] })
 */
export function run<const Stages extends string = never>(
  script: string | readonly string[],
  options: RunDetails<Stages> = {},
): RunStep<NoInfer<Stages>> {
  return { kind: 'run', script, ...options };
}

/**
 * Environment variables, for the steps that follow and for the image.
 *
 * @example env({ LANG: 'C.UTF-8' })
 */
export function env(variables: Variables): EnvStep {
  return { kind: 'env', variables };
}

/**
 * Build arguments for the steps that follow: one without a default, or a record with defaults.
 *
 * @example arg('COMMIT')
 * @example arg({ VERSION: '1.2', COMMIT: null })
 */
export function arg(args: string | Readonly<Record<string, Value | null>>): ArgStep {
  return { kind: 'arg', args: typeof args === 'string' ? { [args]: null } : args };
}

/**
 * Who the steps that follow are run as.
 *
 * @example user('app')
 * @example user(expand('$NAME'))
 */
export function user(value: User): UserStep {
  if (typeof value === 'number') return { kind: 'user', uid: value };
  return typeof value === 'string' || value.kind === 'expand' ? { kind: 'user', name: value } : { ...value, kind: 'user' };
}

/**
 * Where the steps that follow are run.
 *
 * @example workdir('/src')
 */
export function workdir(path: AbsolutePath | Expansion): WorkdirStep {
  return { kind: 'workdir', path };
}

/**
 * The shell of the steps that follow.
 *
 * @example shell(['bash', '-eo', 'pipefail', '-c'])
 */
export function shell(argv: readonly string[]): ShellStep {
  return { kind: 'shell', argv };
}

/**
 * Dockerfile text of your own: one or more complete instructions, printed as they are.
 *
 * @example raw('ONBUILD COPY . /app')
 */
export function raw(text: string): RawStep {
  return { kind: 'raw', text };
}
