import { expect, it } from 'vitest';
import { at, faults, located, lowered, run, stage } from './specs.js';

const workdir = { value: ['/opt/tool'], origin: at('workdir') };

it('keeps mounts, network, security and the wish that no pass touches it', () => {
  const step = run('make fetch', {
    mounts: [
      { type: 'cache', target: '/root/.cache/tool' },
      { type: 'secret', id: 'token' },
    ],
    network: 'none',
    security: 'insecure',
    verbatim: true,
  });
  expect(lowered(stage('debian:bookworm', { steps: [step] }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (run
      (mount cache (target "/root/.cache/tool"))
      (mount secret (id "token"))
      (network "none")
      (security "insecure")
      verbatim
      (commands ("make fetch")))))
`);
});

it('mounts the files that a command uses below its working directory', () => {
  const uses = located(['Makefile', 'src/main.c'], 'run', 0, 'uses');
  const steps = [run('make', { uses }), run('make', { uses, workdir: 'sub' }), run('make', { uses, workdir: '/srv' })];
  expect(lowered(stage('debian:bookworm', { workdir, steps }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (workdir "/opt/tool")
    (run
      (mount bind (source "Makefile") (target "/opt/tool/Makefile"))
      (mount bind (source "src/main.c") (target "/opt/tool/src/main.c"))
      (commands ("make")))
    (run
      (mount bind (source "Makefile") (target "/opt/tool/sub/Makefile"))
      (mount bind (source "src/main.c") (target "/opt/tool/sub/src/main.c"))
      (commands ("cd sub && make" isolated)))
    (run
      (mount bind (source "Makefile") (target "/srv/Makefile"))
      (mount bind (source "src/main.c") (target "/srv/src/main.c"))
      (commands ("cd /srv && make" isolated)))))
`);
});

it('mounts them relative to a working directory that it does not know', () => {
  expect(lowered(stage('debian:bookworm', { steps: [run('make', { uses: located(['Makefile'], 'run', 0, 'uses') })] }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (run (mount bind (source "Makefile") (target "Makefile")) (commands ("make")))))
`);
});

it('runs one command as another user, and the next as before', () => {
  const become = { kind: 'user' as const, user: { name: 'app', groups: [], create: false, origin: at('steps', 1) }, origin: at('steps', 1) };
  const steps = [run('id', { user: 'nobody' }), become, run('id', { user: 'nobody' }), run('id', { user: 'app' })];
  expect(lowered(stage('debian:bookworm', { steps }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (user "nobody")
    (run (commands ("id")))
    (user "root")
    (user "app")
    (user "nobody")
    (run (commands ("id")))
    (user "app")
    (run (commands ("id")))))
`);
});

it.each([
  ['scratch', '"scratch" has no shell'],
  ['gcr.io/distroless/base-debian12', '"gcr.io/distroless/base-debian12" has no shell'],
  ['gcr.io/distroless/base-debian12:debug', `"gcr.io/distroless/base-debian12:debug" has its shell in /busybox/sh (shell: ['/busybox/sh', '-c'])`],
])('refuses a script on %s, but runs a list', (base, fault) => {
  expect(faults(stage(base, { steps: [run('id'), run(['/bin/tool'])] }))).toEqual([
    `no-shell: ${fault}, so that no script runs in it | run it in another stage and copy the result, or write it as a list: run: [{ script: ['/bin/tool', '--version'] }]`,
  ]);
});

it('takes the shell that the author gives', () => {
  const shell = { value: ['/busybox/sh', '-c'], origin: at('shell') };
  expect(faults(stage('gcr.io/distroless/base-debian12:debug', { shell, steps: [run('id')] }))).toEqual([]);
});
