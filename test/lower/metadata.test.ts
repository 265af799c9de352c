import { expect, it } from 'vitest';
import { at, faults, located, lowered, stage } from './specs.js';

it('stands behind everything else, with every option', () => {
  const check = {
    kind: 'check' as const,
    command: { form: 'exec' as const, argv: ['curl', '-f', 'http://localhost'] },
    interval: '1m30s',
    timeout: '5s',
    startPeriod: '10s',
    startInterval: '1s',
    retries: 3,
    origin: at('healthcheck'),
  };
  const spec = stage('debian:bookworm', {
    raw: located(['ONBUILD RUN true'], 'raw'),
    labels: [
      { name: 'b', value: [], origin: at('labels', 'b') },
      { name: 'a', value: ['x y'], origin: at('labels', 'a') },
    ],
    cmd: { command: { form: 'shell', line: 'make run' }, origin: at('cmd') },
    entrypoint: { command: { form: 'exec', argv: ['tini', '--'] }, origin: at('entrypoint') },
    stopSignal: { value: 'SIGINT', origin: at('stopSignal') },
    healthcheck: check,
    volumes: located(['/data', '/logs'], 'volumes'),
    expose: located(['8080', '53/udp'], 'expose'),
  });
  expect(lowered(spec)).toBe(`(program
  (stage
    (from "debian:bookworm")
    (expose "8080" "53/udp")
    (volume "/data" "/logs")
    (healthcheck
      (exec "curl" "-f" "http://localhost")
      (interval "1m30s")
      (timeout "5s")
      (start-period "10s")
      (start-interval "1s")
      (retries 3))
    (stop-signal "SIGINT")
    (entrypoint (exec "tini" "--"))
    (cmd (shell "make run"))
    (label ("b" "") ("a" "x y"))
    (raw "ONBUILD RUN true")))
`);
});

it('says that there is no health check', () => {
  expect(lowered(stage('debian:bookworm', { healthcheck: { kind: 'none', origin: at('healthcheck') } }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (healthcheck none)))
`);
});

it('refuses commands in shell form where there is no shell, but takes lists, and the shell that the author names', () => {
  const line = (field: string) => ({ command: { form: 'shell' as const, line: 'serve' }, origin: at(field) });
  const list = { command: { form: 'exec' as const, argv: ['/serve'] }, origin: at('cmd') };
  const healthcheck = { kind: 'check' as const, ...line('healthcheck') };
  const shell = { value: ['/busybox/sh', '-c'], origin: at('shell') };
  const hint = "write a list: ['/bin/tool', '--version']; or name the shell that you have copied: shell: ['/bin/sh', '-c']";
  expect(faults(stage('scratch', { healthcheck, entrypoint: line('entrypoint'), cmd: line('cmd') }))).toEqual([
    `no-shell: "scratch" has no shell, which the shell form of healthcheck needs | ${hint}`,
    `no-shell: "scratch" has no shell, which the shell form of entrypoint needs | ${hint}`,
    `no-shell: "scratch" has no shell, which the shell form of cmd needs | ${hint}`,
  ]);
  expect(faults(stage('gcr.io/distroless/base-debian12:debug', { cmd: line('cmd') }))).toEqual([
    `no-shell: "gcr.io/distroless/base-debian12:debug" has its shell in /busybox/sh (shell: ['/busybox/sh', '-c']), which the shell form of cmd needs | ${hint}`,
  ]);
  expect(faults(stage('scratch', { healthcheck: { kind: 'none', origin: at('healthcheck') }, cmd: list }))).toEqual([]);
  expect(faults(stage('scratch', { shell, cmd: line('cmd') }))).toEqual([]);
});
