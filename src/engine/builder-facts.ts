/**
 * builderFacts(): what Docker's builder is: its driver, what it runs commands for, and whether it keeps images in containerd's store, without which the driver `docker` has neither
 * several platforms at once nor attestations nor caches that go elsewhere. Undefined where it does not answer.
 */

import { ask } from './ask.js';

export interface BuilderFacts {
  readonly name: string;
  /** `docker`, `docker-container`, `remote`, `kubernetes`, `cloud`. */
  readonly driver: string;
  readonly platforms: readonly string[];
  /** `0.26.1`; absent where it does not say. */
  readonly buildKit?: string;
  /** The driver `docker`, with the image store that it had alone before containerd's. */
  readonly classic: boolean;
}

/** `builder`: undefined: the one that is chosen. */
export async function builderFacts(program: string, builder: string | undefined): Promise<BuilderFacts | undefined> {
  const { exitCode, stdout } = await ask(program, ['buildx', 'inspect', ...(builder === undefined ? [] : ['--', builder])]);
  if (exitCode !== 0) return undefined;
  const valueOf = (key: string) => new RegExp(`^${key}: +(.*)$`, 'm').exec(stdout)?.[1]?.trim() ?? '';
  const platforms = [...stdout.matchAll(/^Platforms: +(.*)$/gm)].flatMap(([, list]) => list!.replaceAll('*', '').split(', '));
  const driver = valueOf('Driver');
  const version = /^BuildKit(?: version)?: +v?(\d+\.\d+\.\d+)/m.exec(stdout)?.[1];
  const buildKit = version === undefined || version === '0.0.0' ? {} : { buildKit: version };
  return { name: valueOf('Name'), driver, platforms, ...buildKit, classic: driver === 'docker' && !(await hasContainerdStore(program)) };
}

async function hasContainerdStore(program: string): Promise<boolean> {
  const { stdout } = await ask(program, ['info', '--format', '{{json .DriverStatus}}']);
  return stdout.includes('io.containerd.snapshotter');
}
