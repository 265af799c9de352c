/** The lint rules over whole definitions: nothing about the examples, nor about what the documentation shows; and over definitions at random they never fail and change nothing. */

import fc from 'fast-check';
import { lstatSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contextSources } from '../src/cli/context.js';
import { matchSource } from '../src/cli/match-source.js';
import { ignorePatterns } from '../src/cli/ignore-patterns.js';
import { loadDefinitions } from '../src/load/load.js';
import { originText } from '../src/origin.js';
import { compile } from '../src/pipeline.js';
import { rules } from '../src/rules/index.js';
import { applyLintRules, lintRules } from '../src/rules/lint/index.js';
import type { ContextFile, LintFacts } from '../src/rules/lint/lint-facts.js';
import type { LintRule } from '../src/rules/lint/lint-rule.js';
import { ignoredBy } from '../src/rules/read/ignored-path.js';
import type { Rule } from '../src/rules/rule.js';
import { buildChecks } from '../src/spec/check/build-checks.js';
import type { ImageDefinition } from '../src/spec/types.js';
import { arbitraryDefinition } from './support/arbitrary-definition.js';
import { arbitraryMistakes } from './support/arbitrary-mistakes.js';
import { evaluated } from './support/docs/evaluated.js';
import { WITHOUT_RULE } from './support/docs/rules-page.js';
import { shownExamples } from './support/docs/pages.js';
import { examples, repository } from './support/project.js';

type Made = Extract<ReturnType<typeof compile>, { readonly ok: true }>;

function compiled(definition: ImageDefinition): Made {
  const made = compile(definition, { dir: 'lint' });
  if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join('\n'));
  return made;
}

const programOf = ({ passes, program }: Made) => passes[0]?.before ?? program;

const findings = (made: Made, facts: LintFacts = { ignoreFile: made.dockerignore }) =>
  applyLintRules(programOf(made), facts).map(({ code, origin, message }) => `${code} ${originText(origin)}: ${message}`);

describe.each(examples)('examples/%s', (name) => {
  it('has no finding', async () => {
    const folder = join(repository, 'examples', name);
    const { definitions } = await loadDefinitions(join(folder, 'image.ts'), { env: {}, mode: 'lint', args: [] });
    const made = compiled(definitions[0]!.definition);
    const isIgnored = ignoredBy(ignorePatterns(made.dockerignore).map(({ pattern }) => pattern));
    const files = (source: string) =>
      matchSource(source, folder)
        .flatMap((path) => filesIn(path, folder))
        .filter(({ path }) => !isIgnored(path));
    const sources = Object.fromEntries(contextSources(made.program).map(({ source }) => [source, { files: files(source) }]));
    expect(Object.values(sources).every(({ files: found }) => found.length > 0)).toBe(true);
    expect(basename(folder)).toBe(name);
    expect(findings(made, { sources, ignoreFile: made.dockerignore, container: made.spec.container })).toEqual([]);
  });
});

function filesIn(path: string, root: string): readonly ContextFile[] {
  if (lstatSync(path).isDirectory()) return readdirSync(path).flatMap((name) => filesIn(join(path, name), root));
  return [{ path: relative(root, path), size: lstatSync(path).size }];
}

it('each check of docker build is that of a rule, or the documentation says why not', () => {
  const found = [...Object.values<Rule>(rules), ...Object.values<LintRule>(lintRules)].flatMap(({ also = [] }) => also);
  const named = [...found.filter((name) => !/^DL/.test(name)), ...Object.keys(WITHOUT_RULE)];
  expect([...new Set(named)].sort()).toEqual([...buildChecks].sort());
});

describe('what the documentation shows', () => {
  it.each(shownExamples())('has no finding: %s', (fields) => {
    expect(findings(compiled(evaluated(`{ ${fields} }`) as ImageDefinition))).toEqual([]);
  });
});

describe('definitions at random', () => {
  const levels = Object.fromEntries(Object.values(lintRules).map(({ name }) => [name, 'warning' as const]));

  it.each([
    ['that are right', arbitraryDefinition],
    ['full of mistakes', arbitraryMistakes],
  ])('%s are looked at by all rules, policies included, and stay what they are', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (definition) => {
        const made = compile(definition, { dir: 'lint' });
        fc.pre(made.ok);
        const program = programOf(made);
        const before = JSON.stringify(program);
        const found = applyLintRules(program, { ignoreFile: made.dockerignore, container: made.spec.container }, levels);
        expect(JSON.stringify(program)).toBe(before);
        expect(applyLintRules(program, { ignoreFile: made.dockerignore, container: made.spec.container }, levels)).toEqual(found);
        expect(found.filter(({ origin, message }) => origin === undefined || message.includes('undefined'))).toEqual([]);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('of raw text that is no Dockerfile do no harm either', () => {
    const text = fc.stringMatching(/^[A-Za-z$\\"' <=\[\]{}\n,:#-]{0,60}$/);
    const keyword = fc.constantFrom(
      'FROM',
      'RUN',
      'COPY',
      'ENV',
      'ARG',
      'LABEL',
      'ADD',
      'ONBUILD',
      'HEALTHCHECK',
      'CMD',
      'EXPOSE',
      'USER',
      'SHELL',
      'WORKDIR',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(keyword, text), { maxLength: 4 }), (lines) => {
        const raw = lines.map(([word, rest]) => ({ kind: 'raw' as const, text: `${word} ${rest}`, origins: [{ path: ['raw', 0] }] }));
        const from = { kind: 'from' as const, image: ['debian:bookworm-slim'], origins: [{ path: ['base'] }] };
        const program = { globalArgs: [], stages: [{ origin: { path: [] }, instructions: [from, ...raw] }], ignore: [] };
        expect(Array.isArray(applyLintRules(program, {}, levels))).toBe(true);
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});
