import { defineImage } from 'imagewright';

/** A web service in Python, run by a user without rights. A change of the service installs nothing again. */
export default defineImage({
  name: 'web-service',
  version: '1.0',
  base: 'debian:bookworm-slim',
  pip: { requirements: 'requirements.txt' },
  workdir: '/srv/ferries',
  copy: { 'service.py': './' },
  expose: [8000],
  user: { name: 'ferries', uid: 10001 },
  healthcheck: {
    cmd: ['python', '-c', "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health')"],
    interval: '10s',
    timeout: '3s',
    startPeriod: '30s',
    startInterval: '1s',
  },
  // In exec form the server is process 1 itself: it gets the signal to stop, and ends what it is doing.
  cmd: ['gunicorn', '--bind', '0.0.0.0:8000', '--workers', '2', '--worker-tmp-dir', '/dev/shm', 'service:app'],
  container: { ports: [8000] },
});
