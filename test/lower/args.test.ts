import { expect, it } from 'vitest';
import { at, faults, lowered, run, stage, system } from './specs.js';

const release = (value: string, name = 'RELEASE') => ({ name, default: [value], scope: 'global' as const, origin: at('args', name) });

it('puts global arguments before the first stage and repeats those that a stage uses', () => {
  const unused = release('x', 'UNUSED');
  const token = { name: 'TOKEN', scope: 'stage' as const, origin: at('args', 'TOKEN') };
  expect(lowered(stage('debian:${RELEASE}', { args: [release('bookworm'), unused, token], steps: [run('echo $RELEASE')] }))).toBe(`(program
  (arg RELEASE "bookworm")
  (arg UNUSED "x")
  (stage
    (from (text "debian:" (var RELEASE)))
    (arg RELEASE)
    (arg TOKEN)
    (run (commands ("echo $RELEASE" isolated)))))
`);
});

it('repeats the global arguments of other stages where they are used, unless the stage sets them itself', () => {
  const stages = [
    stage('debian:${RELEASE}', { name: 'build', args: [release('bookworm'), release('x', 'UNUSED')] }),
    stage('debian:bookworm', {
      name: 'docs',
      args: [{ name: 'IMAGE', default: ['debian:', { variable: 'RELEASE' }], scope: 'stage', origin: at('stages', 'docs', 'args', 'IMAGE') }],
    }),
    stage('debian:bookworm', { name: 'own', env: [{ name: 'RELEASE', value: ['y'], origin: at('env', 'RELEASE') }], steps: [run('echo $RELEASE')] }),
    stage('debian:bookworm', { env: [{ name: 'A', value: [{ variable: 'RELEASE' }], origin: at('env', 'A') }] }),
  ];
  expect(lowered(...stages)).toBe(`(program
  (arg RELEASE "bookworm")
  (arg UNUSED "x")
  (stage build
    (from (text "debian:" (var RELEASE))))
  (stage docs
    (from "debian:bookworm")
    (arg RELEASE)
    (arg IMAGE (text "debian:" (var RELEASE))))
  (stage own
    (from "debian:bookworm")
    (env ("RELEASE" "y"))
    (run (commands ("echo $RELEASE" isolated))))
  (stage
    (from "debian:bookworm")
    (arg RELEASE)
    (env ("A" (var RELEASE)))))
`);
});

it('takes the facts of the base from the default', () => {
  const git = system('apt', ['git']);
  expect(faults(stage('debian:${RELEASE}', { args: [release('bookworm')], system: [git] }))).toEqual([]);
  expect(faults(stage('${IMAGE:-alpine}:${RELEASE}', { args: [release('3.20')], system: [git] }))).toEqual([
    'wrong-manager: "${IMAGE:-alpine}:${RELEASE}" is Alpine Linux, whose package manager is apk | write apk: [...] instead',
  ]);
  expect(faults(stage('debian:$RELEASE', { args: [], system: [git] }))).toEqual([
    `unknown-base: "debian:$RELEASE" is not a base image that imagewright knows, and apt depends on its distribution | say what it is made from: base: { image: expand('debian:$RELEASE'), distro: 'debian:bookworm' }`,
  ]);
});

it('refuses one global argument with two defaults', () => {
  const first = stage('debian:bookworm', { name: 'first', args: [release('bookworm')] });
  expect(faults(first, stage('debian:bookworm', { args: [release('trixie')] }))).toEqual([
    'conflicting-args: "RELEASE" is a global build argument with two different defaults | give it one default, in one stage',
  ]);
});
