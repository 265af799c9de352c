/** checkHost(): this machine: room for images, a cache, watches for --watch, and a proxy that builds do not know of. Says nothing of what is as it should be, the room aside. */

import { existsSync, statfsSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import { ask } from '../../engine/ask.js';
import { cacheFolder } from '../../load/cache-folder.js';
import { sizeText } from '../size-text.js';
import type { Check } from './check.js';
import { dockerConfig } from './docker-config.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Of images, and of what a build keeps. */
const LITTLE_ROOM = 5 * 1024 ** 3;

export async function checkHost(file: string, env: Environment, docker: string | undefined): Promise<readonly Check[]> {
  const root = docker === undefined ? '' : (await ask(docker, ['info', '--format', '{{.DockerRootDir}}'])).stdout.trim();
  return [
    ...(root.startsWith('/') && existsSync(root) ? [checkRoom(roomIn(root))] : []),
    ...checkCache(file, env),
    ...checkWatch(dirname(file)),
    ...checkProxy(env, docker),
  ];
}

/** For whoever is not root. */
function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

export function checkRoom(bytes: number): Check {
  const check = { subject: 'disk', message: `${sizeText(bytes)} free where the engine keeps images` };
  return bytes >= LITTLE_ROOM
    ? check
    : { ...check, hint: 'see what takes it: docker system df; unused layers of builds go with "docker builder prune"' };
}

function checkCache(file: string, env: Environment): readonly Check[] {
  if (cacheFolder(file, env) !== undefined) return [];
  return [
    {
      subject: 'cache',
      message: 'no folder to keep it in',
      hint: 'every run is slower without; make ~/.cache writable, or name another folder with XDG_CACHE_HOME',
      note: true,
    },
  ];
}

function checkWatch(folder: string): readonly Check[] {
  try {
    watch(folder).close();
    return [];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const remedy =
      code === 'ENOSPC' || code === 'EMFILE'
        ? 'allow more of them: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512'
        : 'run the verb again after each change';
    return [{ subject: 'watch', message: `changes of the folder cannot be watched (${code}): --watch does not work`, hint: remedy, note: true }];
  }
}

/** Docker hands a build the proxies of its own configuration, not those of the shell. A proxy may have a password in it: it is not shown. */
function checkProxy(env: Environment, docker: string | undefined): readonly Check[] {
  const name = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].find((each) => (env[each] ?? '') !== '');
  if (name === undefined || docker === undefined || dockerConfig(env).proxies !== undefined) return [];
  return [
    {
      subject: 'proxy',
      message: `${name} is set here, and builds do not get it`,
      hint: 'say it to Docker: "proxies" in ~/.docker/config.json, https://docs.docker.com/engine/cli/proxy/',
      note: true,
    },
  ];
}
