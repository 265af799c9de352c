import { defineImage } from 'imagewright';

/** A small HTTP server in C. The compiler and the sources stay in a stage of their own; the image holds the program. */
export default defineImage({
  name: 'c-server',
  version: '1.0',
  base: 'debian:bookworm-slim',
  stages: {
    build: {
      base: 'debian:bookworm-slim',
      apt: ['gcc', 'libc6-dev', 'make'],
      workdir: '/src',
      copy: [{ from: ['Makefile', '*.c', '*.h'], to: './' }],
      run: ['make'],
    },
  },
  copy: [{ stage: 'build', from: '/src/server', to: '/usr/local/bin/' }],
  expose: [8080],
  user: '65534:65534',
  healthcheck: { cmd: ['server', '--check'], interval: '10s', timeout: '2s' },
  entrypoint: ['server'],
  container: { ports: [8080] },
});
