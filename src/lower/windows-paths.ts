/** Paths with a drive: `C:/app` names nothing but a strange folder where the base is no Windows. */

import type { Located } from '../origin.js';
import type { StageSpec, StepSpec } from '../spec/spec.js';
import { literalPath } from '../text.js';
import type { StageContext } from './context.js';

export function checkWindowsPaths({ stage, base, report }: Pick<StageContext, 'stage' | 'base' | 'report'>): void {
  if (base.facts === undefined || base.facts.distro === 'windows') return;
  for (const { value, origin } of pathsOf(stage)) {
    if (!/^[A-Za-z]:[\\/]/.test(value)) continue;
    report.error('windows-path', origin, {
      message: `"${value}" is a path of Windows, and "${base.image}" is not`,
      hint: `begin at the root: "/${value.slice(3).replaceAll('\\', '/')}"`,
    });
  }
}

function pathsOf({ workdir, volumes, steps, onbuild }: StageSpec): readonly Located<string>[] {
  const folder = workdir && literalPath(workdir.value);
  return [
    ...(workdir && folder !== undefined ? [{ value: folder, origin: workdir.origin }] : []),
    ...volumes.flatMap(({ value, origin }) => (typeof value === 'string' ? [{ value, origin }] : [])),
    ...[...steps, ...onbuild].flatMap(stepPaths),
  ];
}

function stepPaths(step: StepSpec): readonly Located<string>[] {
  switch (step.kind) {
    case 'workdir':
      return located(literalPath(step.path), step);
    case 'copy':
    case 'add':
      return located(literalPath(step.to), step);
    case 'file':
      return located(step.to, step);
    case 'run':
      return [
        ...located(step.workdir, step),
        ...step.mounts.flatMap((mount) => located(literalPath(('target' in mount ? mount.target : undefined) ?? []), step)),
      ];
    default:
      return [];
  }
}

function located(value: string | undefined, { origin }: StepSpec): readonly Located<string>[] {
  return value === undefined ? [] : [{ value, origin }];
}
