import { defineImage } from 'imagewright';

/** A web service in Python with a part in C. The compiler stays behind. */
export default defineImage({
  name: 'web-service',
  base: 'debian:bookworm-slim',
  apt: { packages: ['nano', 'python3'], build: ['python3-venv'] },
  pip: { requirements: 'requirements.txt' },
  stages: {
    extension: {
      base: 'debian:bookworm-slim',
      apt: ['gcc', 'libc6-dev', 'make', 'python3-dev'],
      workdir: '/src',
      copy: { Makefile: './', src: 'src/' },
      run: ['make'],
    },
  },
  workdir: '/srv/tides',
  copy: [
    { stage: 'extension', from: '/src/harmonics.so', to: './' },
    { from: ['service.py', 'harbours.json'], to: './' },
  ],
  expose: [8000],
  cmd: ['gunicorn', '--bind', '0.0.0.0:8000', 'service:app'],
});
