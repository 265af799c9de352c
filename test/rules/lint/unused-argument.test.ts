import { expect, it } from 'vitest';
import { unusedArgument } from '../../../src/rules/lint/unused-argument.js';
import { arg, file, raw, run } from '../../../src/spec/steps.js';
import { expand } from '../../../src/spec/values.js';
import { findings, fixes } from '../../support/lint.js';

const said = (place: string, name: string) => `${place}: nothing reads the build argument "${name}"`;

it('reports what is read nowhere, and what is read before', () => {
  expect(findings(unusedArgument, { args: { EDITION: '1', PORT: '80' }, env: { TITLE: expand('Tides ${PORT}') } })).toEqual([
    said('args.EDITION', 'EDITION'),
  ]);
  expect(findings(unusedArgument, { steps: [run('echo "$EDITION"'), arg({ EDITION: '1' })] })).toEqual([said('steps[1].args.EDITION', 'EDITION')]);
  expect(findings(unusedArgument, { args: { RELEASE: { default: 'bookworm', scope: 'global' } } })).toEqual([said('args.RELEASE', 'RELEASE')]);
});

it('accepts what a base, a later stage or the text of a file reads', () => {
  const global = { default: 'bookworm', scope: 'global' } as const;
  expect(findings(unusedArgument, { base: expand('debian:${RELEASE}'), args: { RELEASE: global } })).toEqual([]);
  const stages = { tides: { base: 'debian:bookworm-slim', args: { EDITION: '1' } } };
  expect(findings(unusedArgument, { base: { stage: 'tides' }, stages, labels: { edition: expand('$EDITION') } })).toEqual([]);
  expect(findings(unusedArgument, { steps: [arg({ EDITION: '1' }), file('/edition', '$EDITION\n', { expand: true })] })).toEqual([]);
});

it('says nothing where a program might read it, nor of what builders read', () => {
  expect(findings(unusedArgument, { args: { EDITION: '1' }, run: ['make'] })).toEqual([]);
  expect(findings(unusedArgument, { args: { EDITION: '1' }, run: ['echo "$(tides)"'] })).toEqual([]);
  expect(findings(unusedArgument, { args: { PIP_EDITION: '1' }, pip: ['snakemake'] })).toEqual([]);
  expect(findings(unusedArgument, { steps: [raw('ARG SOURCE_DATE_EPOCH')] })).toEqual([]);
});

it('is mended by leaving it out', () => {
  const edit = { kind: 'remove', path: ['args', 'EDITION'] };
  expect(fixes(unusedArgument, { args: { EDITION: '1' } })).toEqual([{ title: 'remove "EDITION" from args', edits: [edit] }]);
  expect(fixes(unusedArgument, { steps: [arg({ EDITION: '1' })] })).toEqual([undefined]);
});
