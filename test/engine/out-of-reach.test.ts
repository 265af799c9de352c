/**
 * Package managers whose registries are out of reach: what their fields become is what the engine's own checks have nothing to say of, with other images in the
 * place of those that cannot be had.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import type { ImageDefinition } from '../../src/spec/types.js';
import { describeEngine, docker } from '../support/engine.js';
import { realInstalls } from '../support/real-installs.js';

const STAND_IN = 'debian:bookworm-slim';

describeEngine('package managers that are out of reach', () => {
  const context = mkdtempSync(join(tmpdir(), 'out-of-reach-'));
  afterAll(() => rmSync(context, { recursive: true, force: true }));

  const rows = realInstalls.flatMap(({ field, manager, what, proof }) => (proof.kind === 'check' ? [{ field, manager, what, ...proof }] : []));

  it.each(rows)('$field, by $manager: $what', ({ definition }) => {
    const compiled = compile(definition as ImageDefinition);
    if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
    writeFileSync(join(context, 'Dockerfile'), compiled.dockerfile);
    const images = [...compiled.dockerfile.matchAll(/^FROM (\S+[:/]\S+)/gm)].map(([, image]) => image!);
    const standIns = images.filter((image) => image !== STAND_IN).map((image) => `--build-context=${image}=docker-image://${STAND_IN}`);
    expect(docker(['build', '--check', ...standIns, context])).toContain('no warnings found');
  });
});
