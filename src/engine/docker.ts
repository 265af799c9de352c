/**
 * Docker, 23 or newer: `docker build` is buildx's, which pushes, loads and exports caches itself; its legacy builder does none of that.
 */

import { buildList } from './build-list.js';
import { dockerContainers, dockerImages } from './docker-store.js';
import type { BuildOptions, BuildStream, CheckOptions, Engine } from './engine.js';
import { legacyRefusals } from './legacy-refusals.js';
import { localBuildArguments } from './local-build-arguments.js';
import { repeatOption } from './repeat-option.js';
import { runArguments } from './run-arguments.js';
import { dockerSharing } from './sharing.js';

export const docker: Engine = {
  name: 'docker',
  command: 'docker',
  website: 'https://docs.docker.com/engine/install/',
  versionArguments: ['version', '--format', '{{.Client.Version}} (server {{.Server.Version}})'],
  builder: {
    name: 'buildx',
    versionArguments: ['buildx', 'version'],
    remedy: "install docker-buildx-plugin (of Docker's own packages) or docker-buildx (of the distribution's)",
  },
  legacyEnvironment: { DOCKER_BUILDKIT: '0' },
  refused: (options) => (options.legacy === true ? legacyRefusals(options) : []),
  buildStream,
  buildArguments,
  checkArguments,
  runArguments: (options) => runArguments(options),
  images: dockerImages,
  containers: dockerContainers,
  inspectArguments: (image) => ['image', 'inspect', '--format', '{{.Id}}', '--', image],
  sharing: dockerSharing,
};

function buildArguments(options: BuildOptions): readonly (readonly string[])[] {
  if (options.legacy === true) return localBuildArguments({ ...options, provenance: undefined, sbom: undefined }, { isBuildah: false });
  return [buildList(options, { output: [...(options.push ? ['--push'] : []), ...(options.load ? ['--load'] : [])] })];
}

/** `--check`, as data. */
function checkArguments({ file, target, contexts = [], context }: CheckOptions): readonly string[] {
  const stage = target === undefined ? [] : ['--target', target];
  return ['build', '--call', 'check,format=json', '-f', file, ...stage, ...repeatOption('--build-context', contexts), '--', context];
}

/** buildx knows rawjson since 0.13. */
const RAWJSON_SINCE = 13;

/** `github.com/docker/buildx v0.31.1 3f7e8a2`. The legacy builder knows no progress. */
function buildStream(builder: string, legacy: boolean): BuildStream {
  if (legacy) return { format: 'steps', from: 'both' };
  const [, major, minor] = /\bv?(\d+)\.(\d+)\./.exec(builder) ?? [];
  const format = major === '0' && Number(minor) < RAWJSON_SINCE ? 'plain' : 'rawjson';
  return { format, option: `--progress=${format}`, from: 'stderr' };
}
