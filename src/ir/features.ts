/**
 * Features of the Dockerfile language that not every builder has, and since which version each has them. The only such table: passes, printers, rules and
 * docs/targets.md go by it.
 *
 * In: a target and the name of a feature. Out: whether it has it. Not in the table: what all have.
 *
 *     hasFeature({ builder: 'buildah', version: '1.33' }, 'copyParents')     false
 */

import type { Target } from '../target.js';
import { isAtLeast } from './version.js';

export interface Feature {
  /** As it stands in messages. */
  readonly name: string;
  /** First version of BuildKit's frontend; undefined: none without `-labs`. */
  readonly frontend?: string;
  /** First `-labs` version, where there was one. */
  readonly labs?: string;
  /** First version of Buildah; undefined: none up to 1.44. */
  readonly buildah?: string;
  /** Whether the legacy builder (`DOCKER_BUILDKIT=0`) of Docker 28 has it. */
  readonly legacy: boolean;
}

const buildKitOnly = { legacy: false } as const;

export const features = {
  heredoc: { name: 'a heredoc', frontend: '1.4', labs: '1.3', buildah: '1.33', legacy: false },
  /** Buildah's loses the file that the interpreter reads, where it isolates by chroot, as in its own image. */
  interpreterHeredoc: { name: 'a heredoc with #! in its first line', frontend: '1.4', labs: '1.3', ...buildKitOnly },
  /** Buildah's is a line with nothing on it. */
  emptyHeredoc: { name: 'a heredoc without a line', frontend: '1.4', labs: '1.3', ...buildKitOnly },
  onbuildHeredoc: { name: 'ONBUILD of a heredoc', frontend: '1.4', labs: '1.3', ...buildKitOnly },
  windows: { name: 'a base of Windows', frontend: '1.0', legacy: true },
  platform: { name: 'FROM --platform', frontend: '1.0', buildah: '1.25', legacy: true },
  mount: { name: 'RUN --mount', frontend: '1.2', buildah: '1.21', legacy: false },
  mountVariables: { name: 'a mount with variables', frontend: '1.3', buildah: '1.28', legacy: false },
  privateCache: { name: 'a cache mount with sharing=private', frontend: '1.2', ...buildKitOnly },
  secretEnvironment: { name: 'a secret mount with env', frontend: '1.10', buildah: '1.44', legacy: false },
  network: { name: 'RUN --network', frontend: '1.3', buildah: '1.30', legacy: false },
  security: { name: 'RUN --security', frontend: '1.20', labs: '1.1', ...buildKitOnly },
  device: { name: 'RUN --device', labs: '1.14', ...buildKitOnly },
  chmod: { name: '--chmod', frontend: '1.2', buildah: '1.20', legacy: false },
  /** Seen in Buildah 1.28; older ones have not been tried. */
  expandedChmod: { name: '--chmod with variables', frontend: '1.10', buildah: '1.28', legacy: false },
  symbolicChmod: { name: '--chmod with letters', frontend: '1.14', labs: '1.11', ...buildKitOnly },
  link: { name: '--link', frontend: '1.4', buildah: '1.41', legacy: false },
  exclude: { name: '--exclude', frontend: '1.19', labs: '1.7', buildah: '1.38', legacy: false },
  /** Up to 1.44, Buildah's patterns begin at the root of the context. */
  excludeOfSource: { name: '--exclude of a pattern that begins at the source', frontend: '1.0', legacy: true },
  copyParents: { name: 'COPY --parents', frontend: '1.20', labs: '1.7', buildah: '1.40', legacy: false },
  namedContext: { name: 'a named context', frontend: '1.4', buildah: '1.28', legacy: false },
  /** Up to 1.44, Buildah's takes the whole repository, with its history. */
  addGit: { name: 'ADD of a git repository', frontend: '1.6', labs: '1.5', ...buildKitOnly },
  addChecksum: { name: 'ADD --checksum', frontend: '1.6', labs: '1.5', buildah: '1.33', legacy: false },
  addCommit: { name: 'ADD --checksum of a commit', frontend: '1.16', ...buildKitOnly },
  keepGitDir: { name: 'ADD --keep-git-dir', frontend: '1.6', labs: '1.5', ...buildKitOnly },
  unpack: { name: 'ADD --unpack', frontend: '1.17', ...buildKitOnly },
  startInterval: { name: 'HEALTHCHECK --start-interval', frontend: '1.6', buildah: '1.36', legacy: true },
  unsetOperators: { name: '${NAME-word}, ${NAME+word} and ${NAME?word}', frontend: '1.6', legacy: true },
  errorOperator: { name: '${NAME:?word}', frontend: '1.6', buildah: '1.37', legacy: true },
  patternOperators: { name: '${NAME#pattern} and ${NAME%pattern}', frontend: '1.7', buildah: '1.37', legacy: true },
  replaceOperators: { name: '${NAME/pattern/word}', frontend: '1.7', buildah: '1.43', legacy: true },
  exposeRange: { name: 'EXPOSE of a range', frontend: '1.0', legacy: true },
  shellOfCommands: { name: 'SHELL for CMD and ENTRYPOINT', frontend: '1.0', legacy: true },
  escape: { name: '# escape=`', frontend: '1.0', legacy: true },
  checks: { name: '# check=', frontend: '1.8', ...buildKitOnly },
} as const satisfies Record<string, Feature>;

export type FeatureName = keyof typeof features;

/** Which Docker Engine is the first to bring a frontend of at least this version. */
const ENGINES: readonly (readonly [frontend: string, engine: string])[] = [
  ['1.0', '18.09'],
  ['1.1', '19.03'],
  ['1.2', '20.10'],
  ['1.4', '23.0'],
  ['1.5', '24.0'],
  ['1.6', '25.0'],
  ['1.7', '26.0'],
  ['1.8', '27.0'],
  ['1.9', '27.1.2'],
  ['1.10', '27.3'],
  ['1.11', '27.4'],
  ['1.12', '27.5'],
  ['1.14', '28.0'],
  ['1.15', '28.1'],
  ['1.16', '28.2'],
  ['1.17', '28.3'],
  ['1.18', '28.4'],
  ['1.19', '28.5'],
  ['1.20', '29.1'],
];

export function engineOf(frontend: string): string {
  const first = ENGINES.find(([version]) => isAtLeast(version, frontend));
  if (first === undefined) throw new RangeError(`no engine brings frontend ${frontend}`);
  return first[1];
}

/** The frontend that a Docker Engine brings: the newest that is known of, for one that is newer still. Undefined for one that is older than all. */
export function frontendOf(engine: string): string | undefined {
  return ENGINES.findLast(([, first]) => isAtLeast(engine, first))?.[0];
}

export function hasFeature({ builder, version }: Target, name: FeatureName): boolean {
  const { frontend, labs, buildah, legacy }: Feature = features[name];
  switch (builder) {
    case 'legacy':
      return legacy;
    case 'buildah':
      return buildah !== undefined && (version === undefined || isAtLeast(version, buildah));
    case 'buildkit':
      return isSince(frontend, version) || (version?.endsWith('-labs') === true && isSince(labs, version));
    default:
      return builder satisfies never;
  }
}

/** Without a number, the newest. */
function isSince(first: string | undefined, version: string | undefined): boolean {
  const number = version?.replace(/-labs$/, '') ?? '';
  return first !== undefined && (number === '' || isAtLeast(number, first));
}
