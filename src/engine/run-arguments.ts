/**
 * runArguments(): the argument list of `run`, which docker, podman and nerdctl share.
 *
 *     { image: 'word_count:0.1', remove: true, … }   run --rm -- word_count:0.1
 */

import type { RunMount, RunOptions } from './engine.js';
import { repeatOption } from './repeat-option.js';

/** `beside`: options of one engine alone. */
export function runArguments(options: RunOptions, beside: readonly string[] = []): readonly string[] {
  return [
    'run',
    ...(options.remove ? ['--rm'] : []),
    ...(options.detach ? ['-d'] : []),
    ...(options.interactive ? ['-i'] : []),
    ...(options.tty ? ['-t'] : []),
    ...(options.idFile === undefined ? [] : ['--cidfile', options.idFile]),
    ...(options.name === undefined ? [] : ['--name', options.name]),
    ...(options.user === undefined ? [] : ['--user', options.user]),
    ...beside,
    ...(options.entrypoint === undefined ? [] : ['--entrypoint', options.entrypoint]),
    ...(options.network === undefined ? [] : ['--network', options.network]),
    ...(options.pull === undefined ? [] : ['--pull', options.pull]),
    ...repeatOption('--mount', options.mounts.map(mountText)),
    ...repeatOption('-v', options.volumes),
    ...repeatOption('-p', options.ports),
    ...repeatOption(
      '-e',
      options.env.map((variable) => (variable.value === undefined ? variable.name : `${variable.name}=${variable.value}`)),
    ),
    ...repeatOption('--label', options.labels ?? []),
    '--',
    options.image,
    ...options.command,
  ];
}

/** A record of comma-separated fields. */
function mountText(mount: RunMount): string {
  const source = mount.kind === 'bind' ? mount.host : mount.volume;
  const fields = [`type=${mount.kind}`, `source=${source}`, `target=${mount.to}`, ...(mount.kind === 'bind' && mount.readOnly ? ['readonly'] : [])];
  return fields.map((field) => (/[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}
