/**
 * What docs/coverage.md says of Buildah: a row is refused before the version that it names; from then on it is built, and read back as the engine's is.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAtLeast } from '../../src/ir/version.js';
import { env } from '../../src/spec/steps.js';
import type { PartialDefinition } from '../../src/spec/types.js';
import { describeBuildah, runBuildah, type Buildah } from '../support/buildah.js';
import { folderWith } from '../support/command.js';
import { all, instructionCases, type InstructionCase } from '../support/instruction-cases.js';
import { caseEnvironment, compileCase, startInstructionContext, type InstructionContext } from '../support/instruction-context.js';
import { imagewright } from '../support/project.js';

/** Newer than all that the table knows. */
const NEWEST = '1.99';

function compileFor(each: InstructionCase, version: string) {
  return compileCase(each, { for: `buildah ${version as `1.${number}`}` });
}

function before(version: string): string {
  return `1.${Number(version.split('.')[1]) - 1}`;
}

describe('a row is refused where Buildah does not have it, with what does', () => {
  it.each(instructionCases.map((each) => [each.row, each] as const))('%s', (_, each) => {
    expect(compileFor(each, NEWEST).ok).toBe(each.buildah !== undefined);
    if (each.buildah !== undefined) expect(compileFor(each, each.buildah).ok).toBe(true);
    if (each.buildah === all) return;
    const messages = compileFor(each, each.buildah === undefined ? NEWEST : before(each.buildah)).diagnostics.map(({ message }) => message);
    expect(messages.join('\n')).toContain(each.buildah === undefined ? 'needs BuildKit' : `needs Buildah ${each.buildah}`);
  });
});

describeBuildah('what Buildah has it builds', (buildah) => {
  const rows = instructionCases.filter((each) => each.buildah !== undefined && isAtLeast(buildah.version, each.buildah));
  const containers: string[] = [];
  const images: string[] = [];
  let context: InstructionContext;
  let digest: string;

  beforeAll(async () => {
    context = await startInstructionContext();
    digest = (await inspect(buildah, 'debian:bookworm-slim')).FromImageDigest;
  });

  afterAll(async () => {
    context.stop();
    if (containers.length > 0) await runBuildah(buildah, ['rm', ...containers]);
    if (images.length > 0) await runBuildah(buildah, ['rmi', '--force', ...images]);
  });

  async function build(each: InstructionCase, image: string): Promise<void> {
    const result = compileFor(each, buildah.version);
    if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
    const file = context.write(image.replaceAll('/', '-'), result, digest);
    const asked = [...context.options(each.options), ...(each.buildahOptions ?? [])];
    // HEALTHCHECK, SHELL and ONBUILD are of Docker's format; a label of Buildah's own is left out.
    const always = ['--quiet', '--format', 'docker', '--identity-label=false', '--file', file, '--ignorefile', `${file}.dockerignore`];
    await runBuildah(buildah, ['build', ...always, ...asked, '--tag', image, context.folder], caseEnvironment);
    images.push(image);
  }

  async function runScript(image: string, script: string): Promise<string> {
    const container = (await runBuildah(buildah, ['from', '--pull-never', image])).trim();
    containers.push(container);
    return runBuildah(buildah, ['run', container, '--', '/bin/sh', '-c', script]);
  }

  // The engine of that name; Debian's older one has another here.
  if (buildah.command === 'buildah') {
    it('by "imagewright build --engine buildah"', async () => {
      const definition: PartialDefinition = {
        base: 'debian:bookworm-slim',
        shell: ['bash', '-c'],
        run: ['echo "${BASH_VERSION%%.*}" > /shell'],
        healthcheck: { cmd: ['true'] },
        onbuild: [env({ A: 'b' })],
        dockerfile: { for: 'buildah' },
      };
      const folder = folderWith({ 'image.json': JSON.stringify({ name: 'coverage-test-cli', version: '1', ...definition }) });
      imagewright(['build', '--engine', 'buildah', 'image.json'], folder);
      const image = 'localhost/coverage-test-cli:1';
      images.push(image);
      const { config } = (await inspect(buildah, image)).Docker;
      expect([config['Healthcheck'], config['OnBuild'], config['Shell']]).toEqual([{ Test: ['CMD', 'true'] }, ['ENV A=b'], ['bash', '-c']]);
      expect(await runScript(image, 'cat /shell')).toBe('5\n');
    });
  }

  describe.concurrent('and is read back', () => {
    it.each(rows.map((each, index) => [each.row, each, index] as const))('%s', async (_, each, index) => {
      const { shown } = each;
      const image = imageName(index);
      await build(each, image);
      if ('script' in shown) return expect(await runScript(image, shown.script)).toBe(shown.prints);
      if (!('config' in shown)) return undefined;
      const { config } = (await inspect(buildah, image)).Docker;
      return expect(Object.fromEntries(Object.keys(shown.config).map((key) => [key, asDocker(config[key])]))).toEqual(shown.config);
    });
  });
});

/** Of this run alone: another may go on beside it. */
function imageName(index: number): string {
  return `localhost/coverage-test:${process.pid}-${index}`;
}

interface Inspected {
  readonly FromImageDigest: string;
  readonly Docker: { readonly config: Record<string, unknown> };
}

async function inspect(buildah: Buildah, image: string): Promise<Inspected> {
  return JSON.parse(await runBuildah(buildah, ['inspect', '--type', 'image', image])) as Inspected;
}

/** Docker says of an empty list that there is none. */
function asDocker(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? null : (value ?? null);
}
