/** engineRemedy(): what an engine says instead of its version → what to do about it. */

import type { Engine } from '../../engine/engine.js';

export function engineRemedy(said: string, { name, website }: Engine, env: Readonly<Record<string, string | undefined>>): string {
  const host = env['DOCKER_HOST'] ?? '';
  if (/permission denied/i.test(said)) {
    return name === 'docker'
      ? 'allow yourself to use it: sudo usermod -aG docker "$USER", then log in again; without root there is rootless Docker: https://docs.docker.com/engine/security/rootless/'
      : `allow yourself to use it; see ${website}`;
  }
  if (name === 'docker' && host !== '' && !host.startsWith('unix://')) {
    return `DOCKER_HOST is ${withoutPassword(host)}: see that this machine answers, or "unset DOCKER_HOST" for the engine of this one`;
  }
  if (name === 'docker' && host !== '') return `DOCKER_HOST is ${host}: start the engine there, or "unset DOCKER_HOST" for the usual one`;
  if (/cannot connect|is the docker daemon running|no such file/i.test(said))
    return `start it: sudo systemctl start ${name}, or Docker Desktop; see ${website}`;
  if (/client version|api version/i.test(said)) return 'update the client and the engine to the same version';
  return `start it, or allow yourself to use it; see ${website}`;
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
