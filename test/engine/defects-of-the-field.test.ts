/** What generators of Dockerfiles are known to get wrong, all in one image, each as a preset: what arrives in it is what was written. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compile } from '../../src/index.js';
import { base } from '../support/defects/defect-case.js';
import { defects } from '../support/defects/index.js';
import { describeEngine, docker } from '../support/engine.js';

const IMAGE = `defects-of-the-field:${process.pid}`;

const cases = Object.values(defects).flatMap((theme) => theme.flatMap(({ shown, ...each }) => (shown === undefined ? [] : [{ ...each, shown }])));

/** Of all of them, as it costs a container. */
const scripts = cases.flatMap(({ shown }) => ('script' in shown && shown.script !== undefined ? [shown.script] : []));
const BETWEEN = '-- next --\n';

describeEngine('in one image', () => {
  const context = mkdtempSync(join(tmpdir(), 'defects-'));
  let printed: readonly string[];

  beforeAll(() => {
    const compiled = compile({ base, presets: cases.map(({ definition }) => definition) });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
    writeFileSync(join(context, 'my file.txt'), 'The tide is high.\n');
    writeFileSync(join(context, 'tide.sh'), '#!/bin/sh\n');
    writeFileSync(join(context, 'Dockerfile'), compiled.dockerfile);
    writeFileSync(join(context, 'Dockerfile.dockerignore'), compiled.dockerignore);
    docker(['build', '--quiet', '--tag', IMAGE, context]);
    const all = scripts.join(`\nprintf '%s' '${BETWEEN}'\n`);
    printed = docker(['run', '--rm', '--entrypoint', '/bin/sh', IMAGE, '-c', all]).split(BETWEEN);
  });

  afterAll(() => {
    docker(['image', 'rm', '--force', IMAGE]);
    rmSync(context, { recursive: true, force: true });
  });

  it.each(cases.map((each) => [each.behaviour, each] as const))('%s', (_, { shown }) => {
    if ('config' in shown) {
      const [{ Config }] = JSON.parse(docker(['image', 'inspect', IMAGE])) as [{ Config: object }];
      return expect(Config).toMatchObject(shown.config);
    }
    const { script, prints } = shown;
    return expect(script === undefined ? docker(['run', '--rm', IMAGE]) : printed[scripts.indexOf(script)]).toBe(prints);
  });
});
