import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/diagnostics.js';
import type { Instruction } from '../../src/ir/instruction.js';
import type { Origin } from '../../src/origin.js';
import { printDockerfile } from '../../src/print/dockerfile.js';
import { literal } from '../../src/text.js';
import { plain } from '../support/lex-dockerfile.js';
import { nastyString } from '../support/nasty-strings.js';
import { readDockerfile, type ReadInstruction } from '../support/read-dockerfile.js';

const BATCH = 125;
const RUNS = 100;

/** A kind of place: an instruction that holds a value there, what a reader finds there, and what it may refuse. */
interface Position {
  readonly write: (value: string, origins: readonly Origin[]) => Instruction;
  readonly read: (instruction: ReadInstruction) => unknown;
  readonly expected: (value: string) => unknown;
  readonly mayRefuse: RegExp;
}

const INVISIBLE = /[\0-\x08\n-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
const NEVER = /\0|\p{Surrogate}/u;
const EMPTY_OR_INVISIBLE = new RegExp(`^$|${INVISIBLE.source}`, 'u');
const CONTEXT_PATH = new RegExp(`${EMPTY_OR_INVISIBLE.source}|^[\\s\\u0085!]|[\\s\\u0085]$|[\\\\\\t[]`, 'u');
const SCRIPT = /[\0\r]|\p{Surrogate}|\\$/u;

const nothing = { mounts: [], verbatim: false, exclude: [] } as const;

const positions: Readonly<Record<string, Position>> = {
  ENV: {
    write: (value, origins) => ({ kind: 'env', origins, entries: [{ name: 'A', value: literal(value), origin: origins[0]! }] }),
    read: ({ pairs }) => pairs?.map(({ name, value }) => [name, plain(value!)]),
    expected: (value) => [['A', value]],
    mayRefuse: INVISIBLE,
  },
  LABEL: {
    write: (value, origins) => ({
      kind: 'label',
      origins,
      entries: [
        { name: 'first', value: literal(value), origin: origins[0]! },
        { name: `k${value.replaceAll('=', '')}`, value: literal(value), origin: origins[0]! },
      ],
    }),
    read: ({ pairs }) => pairs?.map(({ name, value }) => [name, plain(value!)]),
    expected: (value) => [
      ['first', value],
      [`k${value.replaceAll('=', '')}`, value],
    ],
    mayRefuse: INVISIBLE,
  },
  CMD: {
    write: (value, origins) => ({ kind: 'cmd', origins, command: { form: 'exec', argv: [value, value] } }),
    read: ({ json }) => json,
    expected: (value) => [value, value],
    mayRefuse: NEVER,
  },
  ENTRYPOINT: {
    write: (value, origins) => ({ kind: 'entrypoint', origins, command: { form: 'exec', argv: ['echo', value] } }),
    read: ({ json }) => json,
    expected: (value) => ['echo', value],
    mayRefuse: NEVER,
  },
  'COPY from the context': {
    write: (value, origins) => ({ kind: 'copy', origins, sources: [value], to: `/x/${value}`, ...nothing }),
    read: ({ words, heredocs }) => [words?.map((word) => plain(word).replace(/^\.\//, '')), heredocs.length],
    expected: (value) => [[value.replace(/^\.\//, ''), `/x/${value}`], 0],
    mayRefuse: CONTEXT_PATH,
  },
  'COPY from a stage': {
    write: (value, origins) => ({ kind: 'copy', origins, sources: [value, 'b'], to: `${value}/`, from: { stage: 'build' }, ...nothing }),
    read: ({ words, flags, heredocs }) => [words?.map((word) => plain(word).replace(/^\.\//, '')), flags, heredocs.length],
    expected: (value) => [[value.replace(/^\.\//, ''), 'b', `${value}/`.replace(/^\.\//, '')], ['--from=build'], 0],
    mayRefuse: new RegExp(`\\[|${EMPTY_OR_INVISIBLE.source}`, 'u'),
  },
  USER: {
    write: (value, origins) => ({ kind: 'user', origins, user: value }),
    read: ({ value }) => plain(value!),
    expected: (value) => value,
    mayRefuse: EMPTY_OR_INVISIBLE,
  },
  WORKDIR: {
    write: (value, origins) => ({ kind: 'workdir', origins, path: ['/', value] }),
    read: ({ value }) => plain(value!),
    expected: (value) => `/${value}`,
    mayRefuse: INVISIBLE,
  },
  'RUN of a command': {
    write: (value, origins) => ({
      kind: 'run',
      origins,
      script: { form: 'commands', commands: [{ line: value, arguments: [], isolated: true }] },
      ...nothing,
      mounts: [{ type: 'secret', id: 'a' }],
    }),
    read: ({ rest, flags, heredocs, json }) => [flags, heredocs[0]?.body.replace(/\n$/, '') ?? rest, json],
    expected: (value) => [['--mount=type=secret,id=a,required=true'], value, undefined],
    mayRefuse: SCRIPT,
  },
  'RUN of a script': {
    write: (value, origins) => ({ kind: 'run', origins, script: { form: 'script', text: `#!/bin/sh\n${value}` }, ...nothing }),
    read: ({ flags, heredocs }) => [flags, ...heredocs.map(({ body, expands }) => [body, expands])],
    expected: (value) => [[], [`#!/bin/sh\n${value}`.replace(/(?<!\n)$/, '\n'), false]],
    mayRefuse: SCRIPT,
  },
  'RUN of an argument list': {
    write: (value, origins) => ({ kind: 'run', origins, script: { form: 'exec', argv: ['echo', value] }, ...nothing }),
    read: ({ json, heredocs }) => [json, heredocs.length],
    expected: (value) => [['echo', value], 0],
    mayRefuse: NEVER,
  },
};

/** Prints all values, then those that were not refused, and reads these back. */
function readBack({ write, read, expected, mayRefuse }: Position, values: readonly string[]): number {
  const print = (list: readonly string[]) => {
    const report = createReport();
    const instructions = list.map((value, index) => ({ ...write(value, [{ path: ['steps', index] }]), comment: value }));
    const base: Instruction = { kind: 'from', origins: [{ path: ['base'] }], image: ['scratch'] };
    const build = { name: 'build', origin: { path: ['stages', 'build'] }, instructions: [base] };
    const { text, origins } = printDockerfile(
      { globalArgs: [], stages: [build, { origin: { path: [] }, instructions: [base, ...instructions] }], ignore: [] },
      { comments: true },
      report,
    );
    return { text, origins, diagnostics: report.diagnostics };
  };
  const { diagnostics } = print(values);
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(diagnostics.length === 0 ? [] : ['cannot-carry']));
  const refused = new Set(diagnostics.map(({ origin }) => origin.path[1]));
  const carried = values.filter((_, index) => !refused.has(index));
  for (const value of values.filter((_, index) => refused.has(index))) expect(value).toMatch(mayRefuse);
  const { text, origins } = print(carried);
  expect(origins.length).toBe(text.split('\n').length - 1);
  const { directives, instructions } = readDockerfile(text);
  expect(directives).toEqual([]);
  expect(instructions.length).toBe(2 + carried.length);
  for (const [index, value] of carried.entries()) expect(read(instructions[index + 2]!), JSON.stringify(value)).toEqual(expected(value));
  return carried.length;
}

describe('what the Dockerfile printer writes', () => {
  for (const [name, position] of Object.entries(positions)) {
    it(`reads back exactly, or was refused: ${RUNS * BATCH} strings in ${name}`, () => {
      let carried = 0;
      fc.assert(
        fc.property(fc.array(nastyString, { minLength: BATCH, maxLength: BATCH }), (values) => {
          carried += readBack(position, values);
        }),
        { numRuns: RUNS },
      );
      expect(carried).toBeGreaterThan((RUNS * BATCH) / 3);
    });
  }
});
