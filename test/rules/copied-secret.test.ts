import { describe, expect, it } from 'vitest';
import { copiedSecret } from '../../src/rules/copied-secret.js';
import { at, copy, debian, file } from '../support/instructions.js';

const message = (path: string) => `"${path}" looks like a secret, and everyone who has the image could read it`;
const hint = "give it to the step that needs it as a mount, with secret('…'), or to the container when it runs, with --env-file or -v";

describe('copiedSecret', () => {
  it('reports a secret that is copied by name, or written', () => {
    expect(copiedSecret.check(debian(copy('config/.env', '/app/'), file('/root/.netrc', 'machine example.org\n')))).toEqual([
      { origin: at('copy', 'config/.env'), message: message('config/.env'), hint },
      { origin: at('files', '/root/.netrc'), message: message('/root/.netrc'), hint },
    ]);
  });

  it.each([
    '.env',
    '.env.local',
    '.env*',
    'id_rsa',
    'keys/id_ed25519',
    '.pypirc',
    'server-key.pem',
    'privkey.pem',
    'store.p12',
    '.ssh/',
    'home/.aws/credentials',
  ])('reports %s', (path) => expect(copiedSecret.check(debian(copy(path, '/app/'))).map((finding) => finding.message)).toEqual([message(path)]));

  it.each([
    '.',
    '.env.example',
    'id_rsa.pub',
    'corp-ca.pem',
    'monkey.pem',
    'apt-repository.key',
    'environment.yml',
    '.envrc',
    '.npmrc',
    '.ssh/known_hosts',
    '.aws/config',
  ])('accepts %s', (path) => {
    expect(copiedSecret.check(debian(copy(path, '/app/')))).toEqual([]);
  });

  it('accepts what another stage made', () => {
    expect(copiedSecret.check(debian(copy('/etc/ssl/key.pem', '/app/', { from: { stage: 'build' } })))).toEqual([]);
  });
});
