/** What generators of Dockerfiles are known to get wrong, and the whole of what comes out here. docs/defects.md is made of the same cases. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.js';
import { originText } from '../src/origin.js';
import type { ImageDefinition } from '../src/spec/types.js';
import { defects, elsewhere } from './support/defects/index.js';
import { repository } from './support/project.js';

/** The Dockerfile without its header, and all that is told. */
function compiled(definition: object) {
  const result = compile(definition as ImageDefinition, { comments: false });
  const dockerfile = result.ok ? result.dockerfile.split('\n').slice(3).join('\n').trimEnd() : undefined;
  return { dockerfile, told: result.diagnostics.map(({ origin, message, hint }) => `${originText(origin)}: ${message}; ${hint}`) };
}

describe.each(Object.entries(defects))('%s', (_, cases) => {
  it.each(cases.map((each) => [each.behaviour, each] as const))('%s', (_title, { definition, dockerfile, told = [] }) => {
    expect(compiled(definition)).toEqual({ dockerfile, told });
  });
});

it('a definition as JSON makes the same, however often', () => {
  const once = Object.values(defects).flatMap((cases) => cases.map(({ definition }) => [JSON.stringify(definition), compiled(definition)] as const));
  expect(once.map(([json]) => compiled(JSON.parse(json) as object))).toEqual(once.map(([, made]) => made));
});

it('versions and extras of pip are words of one command to a shell', () => {
  const { dockerfile = '' } = compiled({ base: 'python:3.12-slim-bookworm', pip: ['numpy>=1.26', 'snakemake[reports]'], layers: 'as-written' });
  const [, command = ''] = /^RUN (.*)/ms.exec(dockerfile) ?? [];
  const printed = execFileSync('sh', ['-c', `pip() { printf '<%s>' "$@"; }\n${command}`], { encoding: 'utf8' });
  expect(printed).toMatch(/<numpy>=1\.26><snakemake\[reports\]>$/);
});

it('each test that is named is there', () => {
  const faults = elsewhere.filter(({ behaviour, test }) => !readFileSync(join(repository, test), 'utf8').includes(`it('${behaviour}', `));
  expect(faults).toEqual([]);
});
