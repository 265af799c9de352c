import { expect, it } from 'vitest';
import { at, lowered, run, stage, system, user } from './specs.js';

it('leaves the user of the base for root while the image is made, and takes it up again', () => {
  expect(lowered(stage('mambaorg/micromamba:2.0.5', { system: [system('apt', ['git'])], steps: [run('micromamba info')] }))).toBe(`(program
  (stage
    (from "mambaorg/micromamba:2.0.5")
    (user "root")
    (install
      (comment "System packages")
      apt
      (prepare "apt-get update")
      (command "apt-get install -y --no-install-recommends")
      (cache-options "-o Dir::Cache::archives=/var/cache/apt/kept")
      (packages "git")
      (cleanup "rm -rf /var/lib/apt/lists/*")
      (caches
        (mount cache (sharing "locked") (target "/var/cache/apt"))
        (mount cache (sharing "locked") (target "/var/lib/apt/lists")))
      (environment DEBIAN_FRONTEND "noninteractive")
      sortable
      mergeable)
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
