/** The multi-stage example, for real: it is built, answers requests, is found well by its own check, and holds no compiler. */

import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngine, docker } from '../support/engine.js';
import { copyProject, imagewright } from '../support/project.js';

const [image, container] = ['c-server:1.0', 'c-server-test'];

describeEngine('the c-server example', () => {
  let project: string;

  beforeAll(() => {
    project = copyProject('examples/c-server');
    imagewright(['build'], project);
  });

  afterAll(() => {
    docker(['rm', '-f', container]);
    docker(['rmi', '-f', image]);
    rmSync(dirname(project), { recursive: true, force: true });
  });

  it('leaves the compiler and the sources behind', () => {
    const script =
      'for tool in gcc make cc; do command -v $tool; done; ls -A /src 2>/dev/null; dpkg-query -W | grep -cE "gcc-12 |libc6-dev|make"; exit 0';
    expect(docker(['run', '--rm', '--entrypoint', 'sh', image, '-c', script])).toBe('0\n');
  });

  it('answers, is well, and ends when it is told to', async () => {
    imagewright(['run', '-d', '--name', container], project);
    await until(() => docker(['logs', container]) === 'listening on port 8080\n');
    expect(await (await fetch('http://127.0.0.1:8080/')).text()).toBe('Good day. You are visitor number 1.\n');
    expect(docker(['exec', container, 'id', '-u']).trim()).toBe('65534');
    docker(['exec', container, 'server', '--check']);
    docker(['stop', container]);
    expect(docker(['inspect', '--format', '{{.State.ExitCode}}', container]).trim()).toBe('0');
  });
});

async function until(met: () => boolean): Promise<void> {
  for (let round = 0; round < 200 && !met(); round++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(met()).toBe(true);
}
