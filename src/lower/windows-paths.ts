/** Paths with a drive: `C:/app` names nothing but a strange folder where the base is no Windows. */

import type { Located } from '../origin.js';
import type { StageSpec, StepSpec } from '../spec/spec.js';
import { literalPath, type PathText } from '../text.js';
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
  return [
    ...(workdir ? located(workdir.value, workdir) : []),
    ...volumes.flatMap((volume) => located(volume.value, volume)),
    ...[...steps, ...onbuild].flatMap(stepPaths),
  ];
}

function stepPaths(step: StepSpec): readonly Located<string>[] {
  switch (step.kind) {
    case 'workdir':
      return located(step.path, step);
    case 'copy':
    case 'add':
    case 'file':
      return located(step.to, step);
    case 'run':
      return [...located(step.workdir, step), ...step.mounts.flatMap((mount) => ('target' in mount ? located(mount.target, step) : []))];
    default:
      return [];
  }
}

/** Nothing where the path has a variable: it may hold anything. */
function located(path: PathText | undefined, { origin }: Pick<StepSpec, 'origin'>): readonly Located<string>[] {
  const value = path === undefined ? undefined : literalPath(path);
  return value === undefined ? [] : [{ value, origin }];
}
