/**
 * `docker build --check` has nothing to say about any example's Dockerfile, nor about those written by hand that the benchmark compares with; and nothing about definitions at
 * random, full of mistakes, that our rules do not say: `npm run prove` takes 400 of them.
 */

import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { CompiledImage } from '../../src/cli/compiled-image.js';
import { originText } from '../../src/origin.js';
import { compile } from '../../src/pipeline.js';
import { rules } from '../../src/rules/index.js';
import { applyLintRules, lintRules } from '../../src/rules/lint/index.js';
import type { LintRule } from '../../src/rules/lint/lint-rule.js';
import type { Rule } from '../../src/rules/rule.js';
import { context } from '../support/arbitrary-definition.js';
import { arbitraryMistakes } from '../support/arbitrary-mistakes.js';
import { buildChecks, type BuildCheckFinding } from '../support/build-checks.js';
import { folderWith } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';
import { examples, repository } from '../support/project.js';

const isWhole = process.env['IMAGEWRIGHT_PROVE'] === 'all';

/** The checks of BuildKit that a finding stands for. */
const checksOf = new Map<string, readonly string[]>([
  ...[...Object.values<Rule>(rules), ...Object.values<LintRule>(lintRules)].map(({ name, also = [] }) => [name, also] as const),
  ['secret-argument', ['SecretsUsedInArgOrEnv']],
]);

/** What the engine finds and lint does not, at that line's origin, or above or below it. */
function unfound(made: CompiledImage, found: readonly BuildCheckFinding[]): readonly string[] {
  const own = [...made.diagnostics, ...applyLintRules(made.passes[0]?.before ?? made.program, { ignoreFile: made.dockerignore })];
  return found
    .filter(({ check, lines: [first, last] }) => {
      const places = made.origins.slice(first - 1, last).flat();
      const same = own.filter(({ code }) => checksOf.get(code)?.includes(check));
      return !same.some(({ origin }) => places.some((place) => isRelated(originText(place), originText(origin).replace(/\.platform$/, ''))));
    })
    .map(
      ({ check, lines: [first, last], detail }) =>
        `${check}: ${detail}\n${made.dockerfile
          .split('\n')
          .slice(first - 1, last)
          .join('\n')}`,
    );
}

function isRelated(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

describeEngine('docker build --check', () => {
  const standIns: string[] = [];

  /** The check asks for the base's configuration, not for its files: an empty image of that name will do where the base cannot be had. */
  function provide(base: string): void {
    if (docker(['images', '-q', base]) !== '') return;
    docker(['import', '-', base], { input: '' });
    standIns.push(base);
  }

  afterAll(() => {
    for (const base of standIns) docker(['rmi', base]);
  });

  it.each(examples)('finds nothing in examples/%s', (name) => {
    const folder = join(repository, 'examples', name);
    const bases = [...readFileSync(join(folder, 'Dockerfile'), 'utf8').matchAll(/^FROM ([^\s:]+:\S+)/gm)].map((match) => match[1]!);
    expect(bases.length).toBeGreaterThan(0);
    for (const base of bases) provide(base);
    expect(docker(['build', '--check', '.'], { cwd: folder })).toContain('Check complete, no warnings found.');
  });

  it('finds nothing in what the benchmark has by hand', () => {
    const cases = join(repository, 'bench/cases');
    const written = readdirSync(cases).flatMap((name) => ['naive', 'expert'].map((form) => ({ name, form })));
    const targets = written.map(({ name, form }) => [`${name}-${form}`, { context: join(cases, name), dockerfile: `${form}.Dockerfile` }]);
    const input = JSON.stringify({ target: Object.fromEntries(targets) });
    const said = docker(['buildx', 'bake', '--check', '--file', '-', ...targets.map(([target]) => String(target))], { input });
    expect(said.match(/^Check complete, no warnings found\.$/gm)).toHaveLength(written.length);
    expect(written.length).toBeGreaterThan(8);
  });

  it('finds nothing that lint does not find, at the same place of the definition', () => {
    const compiled = fc.sample(arbitraryMistakes, { numRuns: isWhole ? 400 : 60, seed: 5 }).flatMap((definition) => {
      const made = compile(definition, { dir: 'tides' });
      return made.ok ? [made] : [];
    });
    const names = compiled.map((_, index) => `${index}.Dockerfile`);
    const folder = folderWith({
      ...context,
      ...Object.fromEntries(
        compiled.flatMap((made, index) => [
          [names[index], made.dockerfile],
          [`${names[index]}.dockerignore`, made.dockerignore],
        ]),
      ),
    });
    try {
      const found = buildChecks(folder, names);
      const read = [...found.values()].filter((findings) => findings !== undefined);
      expect(read.length).toBeGreaterThan(isWhole ? 300 : 45);
      expect(new Set(read.flat().map(({ check }) => check)).size).toBeGreaterThan(isWhole ? 15 : 8);
      expect(compiled.flatMap((made, index) => unfound(made, found.get(names[index]!) ?? []))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('does find something in a Dockerfile that has a fault', () => {
    const input = 'FROM debian:bookworm-slim\nMAINTAINER someone\n';
    const { status, stdout } = spawnSync('docker', ['build', '--check', '-f', '-', join(repository, 'examples')], { input, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toContain('WARNING: MaintainerDeprecated');
  });
});
