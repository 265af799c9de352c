import { expect, it } from 'vitest';
import type { StepSpec } from '../../src/spec/spec.js';
import { at, located, lowered, run, stage, user } from './specs.js';

it('keeps steps of every kind in their order', () => {
  const origin = at('steps');
  const steps: readonly StepSpec[] = [
    { kind: 'env', entries: [{ name: 'A', value: ['1'], origin }], origin },
    { kind: 'arg', args: [{ name: 'B', scope: 'stage', origin }], origin },
    { kind: 'shell', argv: ['bash', '-c'], origin },
    { kind: 'workdir', path: ['/opt'], origin },
    { kind: 'workdir', path: ['tool'], origin },
    {
      kind: 'copy',
      from: ['a', 'b'],
      to: './',
      source: { stage: 'build' },
      chown: 'app',
      chmod: '0644',
      link: true,
      parents: true,
      exclude: ['*.o'],
      origin,
    },
    run('make', { uses: located(['Makefile'], 'steps', 6, 'uses') }),
    { kind: 'user', user: user('app'), origin },
    { kind: 'raw', text: 'ONBUILD RUN true', origin },
  ];
  expect(lowered(stage('debian:bookworm', { steps }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (env ("A" "1"))
    (arg B)
    (shell "bash" "-c")
    (workdir "/opt")
    (workdir "tool")
    (copy
      (from stage build)
      (sources "a" "b")
      (to "./")
      (chown "app")
      (chmod "0644")
      (link true)
      (parents true)
      (exclude "*.o"))
    (run (mount bind (source "Makefile") (target "/opt/tool/Makefile")) (commands ("make")))
    (run
      (comment "The user \\"app\\"")
      generated
      (commands ("SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh app")))
    (user "app")
    (raw "ONBUILD RUN true")))
`);
});

it('creates the users of steps as root, each once', () => {
  const origin = at('steps');
  const become = (name: string): StepSpec => ({ kind: 'user', user: user(name), origin });
  expect(lowered(stage('debian:bookworm', { steps: [become('app'), become('other'), become('app')], user: user('app') }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (run
      (comment "The user \\"app\\"")
      generated
      (commands ("SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh app")))
    (user "app")
    (user "root")
    (run
      (comment "The user \\"other\\"")
      generated
      (commands ("SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh other")))
    (user "other")
    (user "app")
    (user "app")))
`);
});

it('creates nobody that a variable names, and takes it for anybody but root', () => {
  const origin = at('steps');
  const reference = { kind: 'user', user: { reference: [{ variable: 'NAME' }], groups: [], create: false, origin }, origin } satisfies StepSpec;
  const steps: readonly StepSpec[] = [reference, { kind: 'user', user: user('app'), origin }];
  expect(lowered(stage('debian:bookworm', { steps, user: reference.user }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (user (var NAME))
    (user "root")
    (run
      (comment "The user \\"app\\"")
      generated
      (commands ("SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh app")))
    (user "app")
    (user (var NAME))))
`);
});
