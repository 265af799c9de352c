/** A server that listens on the address of the container itself: nobody outside of it is heard. */

import { containerCommand } from '../read/container-command.js';
import { serverAddress } from '../read/server-address.js';
import { lintRule } from './lint-rule.js';

export const loopbackServer = lintRule({
  name: 'loopback-server',
  level: 'warning',
  summary: 'a server listens on an address that is reached from outside of the container',
  why: '127.0.0.1 is the container itself: a published port leads to another address of it, where nothing listens.',
  bad: { base: 'python:3.12-slim', cmd: ['gunicorn', '--bind', '127.0.0.1:8000', 'tides:app'], expose: [8000] },
  good: { base: 'python:3.12-slim', cmd: ['gunicorn', '--bind', '0.0.0.0:8000', 'tides:app'], expose: [8000] },
  check: (program) => {
    const command = containerCommand(program);
    const { host } = serverAddress(command?.words ?? []) ?? {};
    if (command?.said === undefined || !/^(?:127\.|localhost$|\[?::1\]?$)/.test(host ?? '')) return [];
    return [
      {
        origin: command.said.origins[0]!,
        message: `"${command.words[0]}" listens on ${host}, which nobody reaches from outside`,
        hint: 'let it listen on 0.0.0.0',
      },
    ];
  },
});
