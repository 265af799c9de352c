import { expect, it } from 'vitest';
import { at, faults, image, located, lowered, pip, run, shownApt, stage, system, user } from './specs.js';

it('leaves the user of the base for root while the image is made, and takes it up again', () => {
  expect(lowered(stage('mambaorg/micromamba:2.0.5', { system: [system('apt', ['git'])], steps: [run('micromamba info')] }))).toBe(`(program
  (stage
    (from "mambaorg/micromamba:2.0.5")
    (user "root")
    ${shownApt('git')}
    (run (commands ("micromamba info")))
    (user "mambauser")))
`);
});

it('stays who the base runs as where nothing needs root', () => {
  const workdir = { value: ['/home/nonroot'], origin: at('workdir') };
  const cmd = { command: { form: 'exec' as const, argv: ['/app'] }, origin: at('cmd') };
  expect(lowered(stage('gcr.io/distroless/static-debian12:nonroot', { workdir, cmd }))).toBe(`(program
  (stage
    (from "gcr.io/distroless/static-debian12:nonroot")
    (workdir "/home/nonroot")
    (cmd (exec "/app"))))
`);
});

it('knows what the image of another definition has left behind', () => {
  const below = image([
    stage('debian:bookworm', {
      user: user('app'),
      workdir: { value: ['/srv'], origin: at('workdir') },
      pip: pip(['numpy']),
    }),
  ]);
  const base = { kind: 'image' as const, image: 'web:1', definition: below, origin: at('base') };
  const uses = located(['Makefile'], 'run', 0, 'uses');
  const worker = { base, pip: pip(['pyyaml']), steps: [run('make', { uses }), { kind: 'user' as const, user: user('app'), origin: at('steps', 1) }] };
  expect(lowered(stage('', worker))).toBe(`(program
  (stage
    (from "web:1")
    (user "root")
    (install
      (comment "Python packages")
      pip
      (command "/opt/venv/bin/pip install")
      (cache-options "--cache-dir=/root/.cache/pip")
      (no-cache-options "--no-cache-dir")
      (packages "pyyaml")
      (caches (mount cache (target "/root/.cache/pip")))
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable)
    (run (mount bind (source "Makefile") (target "/srv/Makefile")) (commands ("make")))
    (user "app")))
`);
});

it('stands on the target of another definition', () => {
  const build = stage('alpine:3.20', { name: 'build', user: user('builder') });
  const below = image([build, stage('debian:bookworm')], { target: { value: 'build', origin: at('target') } });
  const base = { kind: 'image' as const, image: 'web:1', definition: below, origin: at('base') };
  expect(lowered(stage('', { base, system: [system('apk', ['git'])] }))).toBe(`(program
  (stage
    (from "web:1")
    (user "root")
    (install
      (comment "System packages")
      apk
      (command "apk add --update-cache")
      (cache-options "--cache-dir=/var/cache/apk")
      (no-cache-options "--no-cache")
      (packages "git")
      (caches (mount cache (sharing "locked") (target "/var/cache/apk")))
      sortable
      mergeable)
    (user "builder")))
`);
});

it('tells faults by the name of the other definition, and none of its own', () => {
  const base = {
    kind: 'image' as const,
    image: 'web:1',
    definition: image([stage('debian:bookworm', { system: [system('apk', ['git'])] })]),
    origin: at('base'),
  };
  expect(faults(stage('', { base }))).toEqual([]);
  expect(faults(stage('', { base, system: [system('apk', ['curl'])] }))).toEqual([
    'wrong-manager: "web:1" is Debian, whose package manager is apt | write apt: [...] instead',
  ]);
});

it('does not take up a user that the author has replaced', () => {
  expect(lowered(stage('mambaorg/micromamba:2.0.5', { steps: [run('micromamba info')], user: user('root') }))).toBe(`(program
  (stage
    (from "mambaorg/micromamba:2.0.5")
    (user "root")
    (run (commands ("micromamba info")))
    (user "root")))
`);
});

it('leaves the user in which steps end', () => {
  const steps = [run('make'), { kind: 'user' as const, user: user('www-data'), origin: at('steps', 1) }, run('make test')];
  expect(lowered(stage('debian:bookworm', { steps }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (run (commands ("make")))
    (user "www-data")
    (run (commands ("make test")))))
`);
});
