/** The web service, for real: it is built, answers, is found well by its own check, and stops on its signal, as a user without rights. */

import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngine, docker } from '../support/engine.js';
import { copyProject, imagewright } from '../support/project.js';

const [image, container] = ['web-service:1.0', 'web-service-test'];

describeEngine('the web-service example', () => {
  let project: string;

  beforeAll(() => {
    project = copyProject('examples/web-service');
    imagewright(['build'], project);
  });

  afterAll(() => {
    docker(['rm', '-f', container]);
    docker(['rmi', '-f', image]);
    rmSync(dirname(project), { recursive: true, force: true });
  });

  it('answers, is well, and ends when it is told to', async () => {
    imagewright(['run', '-d', '--name', container], project);
    await until(() => inspected('{{.State.Health.Status}}') === 'healthy');
    const answer = await fetch('http://127.0.0.1:8000/next?after=12:00');
    expect(await answer.json()).toEqual(['12:30', '15:00', '18:20']);
    expect(docker(['exec', container, 'sh', '-c', 'id -un; touch /srv/ferries/x 2>/dev/null || echo refused'])).toBe('ferries\nrefused\n');
    docker(['stop', '--time', '60', container]);
    // 137 would be that it had to be killed.
    expect(inspected('{{.State.ExitCode}}')).toBe('0');
  });
});

function inspected(format: string): string {
  return docker(['inspect', '--format', format, container]).trim();
}

async function until(met: () => boolean): Promise<void> {
  for (let round = 0; round < 200 && !met(); round++) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(met()).toBe(true);
}
