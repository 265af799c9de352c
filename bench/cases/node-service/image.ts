import { defineImage } from 'imagewright';

/** Pages made by a server on Node.js, with what its lock file says. */
export default defineImage({
  name: 'node-service',
  base: 'debian:bookworm-slim',
  npm: true,
  workdir: '/app',
  copy: { 'server.js': './', views: 'views/' },
  expose: [3000],
  user: '65534:65534',
  cmd: ['node', 'server.js'],
});
