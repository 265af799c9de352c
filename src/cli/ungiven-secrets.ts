/**
 * ungivenSecrets(): what a build needs, and nobody gave: a secret, or an SSH agent. Errors, so that no build ends in its midst; a warning where the definition does not insist on
 * the agent, and the command would go on without.
 *
 *     image.ts:4:19 error run[0].mounts[0]: the secret "pip_token" is not given   (ungiven-secret)
 *     hint: imagewright build --secret id=pip_token,src=FILE, or from a variable: --secret id=pip_token,env=PIP_TOKEN
 *
 * Stages that the image does not need are not carried out, and need nothing.
 */

import type { Diagnostic } from '../diagnostics.js';
import { neededStages } from '../ir/needed-stages.js';
import type { Stage } from '../ir/program.js';
import type { Mount, SecretMount, SshMount } from '../mount.js';
import { childOrigin, type Origin } from '../origin.js';
import type { StageSpec } from '../spec/spec.js';
import type { CompiledImage } from './compiled-image.js';

/** Ids of what the build is given. */
export interface Given {
  readonly secrets: readonly string[];
  readonly ssh: readonly string[];
}

export function ungivenSecrets({ program, spec }: CompiledImage, given: Given): readonly Diagnostic[] {
  const places = new Map(spec.stages.flatMap(writtenPlaces).reverse());
  const faults = neededStages(program).flatMap((stage) =>
    mountsOf(stage).flatMap(({ mount, origin }) => {
      const fault = mount.type === 'secret' ? secretFault(mount, given) : mount.type === 'ssh' ? sshFault(mount, given) : undefined;
      return fault === undefined ? [] : [{ ...fault, origin: places.get(keyOf(mount)) ?? origin }];
    }),
  );
  return [...new Map(faults.map((fault) => [fault.message, fault])).values()];
}

function mountsOf({ instructions, origin }: Stage): readonly { readonly mount: Mount; readonly origin: Origin }[] {
  return instructions.flatMap((each) =>
    each.kind === 'run' || each.kind === 'install' ? each.mounts.map((mount) => ({ mount, origin: each.origins[0] ?? origin })) : [],
  );
}

type Fault = Omit<Diagnostic, 'origin'>;

function secretFault({ id, env, required }: SecretMount, { secrets }: Given): Fault | undefined {
  if (required === false || secrets.includes(id)) return undefined;
  const variable = env ?? id.replace(/\W/g, '_').toUpperCase();
  const hint = `imagewright build --secret id=${id},src=FILE, or from a variable: --secret id=${id},env=${variable}`;
  return { code: 'ungiven-secret', severity: 'error', message: `the secret "${id}" is not given`, hint };
}

function sshFault({ id = 'default', required }: SshMount, { ssh }: Given): Fault | undefined {
  if (ssh.includes(id)) return undefined;
  const message = id === 'default' ? 'an SSH agent is not given' : `the SSH agent "${id}" is not given`;
  const hint = `imagewright build --ssh ${id}${id === 'default' ? ', for the agent that SSH_AUTH_SOCK names, or a key: --ssh default=FILE' : '=FILE, a key or the socket of an agent'}`;
  return { code: 'ungiven-ssh', severity: required === true ? 'error' : 'warning', message, hint };
}

function keyOf(mount: Mount): string {
  return mount.type === 'secret' ? `secret ${mount.id}` : mount.type === 'ssh' ? `ssh ${mount.id ?? 'default'}` : '';
}

/** Where each is written: instructions know only what they were made of as a whole. */
function writtenPlaces({ steps, pip, uv, poetry, languages }: StageSpec): readonly (readonly [key: string, origin: Origin])[] {
  const runs = steps.flatMap((step) => (step.kind === 'run' ? [step] : []));
  const mounts = runs.flatMap(({ mounts: list, origin }) =>
    list.map((mount, index) => [keyOf(mount), childOrigin(origin, 'mounts', index)] as const),
  );
  const requests = [pip, uv, poetry, languages.npm].flatMap((request) => request?.secrets ?? []);
  return [...mounts, ...requests.map(({ id, origin }) => [`secret ${id}`, origin] as const)];
}
