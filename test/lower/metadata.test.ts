import { expect, it } from 'vitest';
import { at, located, lowered, stage } from './specs.js';

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
      { name: 'b', value: '', origin: at('labels', 'b') },
      { name: 'a', value: 'x y', origin: at('labels', 'a') },
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
