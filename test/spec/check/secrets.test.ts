import { describe, expect, test } from 'vitest';
import { labelSecretFault, secretArgumentFault, tokenFault, variableSecretFault } from '../../../src/spec/check/secrets.js';

const hint = "mount it where it is needed: run: [{ script, mounts: [secret('ID')] }], or give it to the container when it is run";

describe('a literal whose name says that it is a secret', () => {
  test.each(['TOKEN', 'PIP_TOKEN', 'DB_PASSWORD', 'API_KEY', 'APIKEY', 'GPG_KEY', 'AWS_SECRET_ACCESS_KEY', 'auth', 'MY_CREDENTIALS', 'passwd'])(
    '%s',
    (name) => {
      const message = `"${name}" looks like a secret with its value written out; everybody who has the image could read it`;
      expect(variableSecretFault(name, 'hunter2')).toEqual({ code: 'literal-secret', message, hint });
    },
  );

  test.each([
    ['KEYRING', 'x'],
    ['MONKEY', 'x'],
    ['SECRETS', 'x'],
    ['PUBLIC_KEY', 'x'],
    ['TOKEN', ''],
    ['TOKEN_FILE', 'run/secrets/token'],
    ['SSL_KEY_PATH', 'certs/key.pem'],
    ['SSH_AUTH_SOCK', '/run/agent'],
    ['SECRET_NAME', 'db'],
    ['USE_AUTH', 'true'],
    ['AUTH', 'off'],
    ['LANG', 'C.UTF-8'],
  ])('but not %s=%s', (name, value) => {
    expect(variableSecretFault(name, value)).toBeUndefined();
  });
});

describe('a value that has the shape of a token, whatever its name', () => {
  test.each([
    ['-----BEGIN RSA PRIVATE KEY-----', 'a private key'],
    [`ghp_${'a1B2'.repeat(9)}`, 'a GitHub token'],
    [`github_pat_${'a1B2'.repeat(9)}`, 'a GitHub token'],
    [`glpat-${'a1B2'.repeat(5)}`, 'a GitLab token'],
    ['AKIAIOSFODNN7EXAMPLE', 'an AWS access key'],
    ['xoxb-123456789012-abc', 'a Slack token'],
    [`pypi-${'AgEI'.repeat(9)}`, 'a PyPI token'],
    [`npm_${'a1B2'.repeat(9)}`, 'an npm token'],
    [`sk-${'a1B2'.repeat(9)}`, 'an API key'],
    [`hf_${'a1B2'.repeat(9)}`, 'a Hugging Face token'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln', 'a JSON Web Token'],
    ['postgres://app:hunter2@db.example.org/app', 'a URL with a password'],
    [`prefix ghp_${'a1B2'.repeat(9)} suffix`, 'a GitHub token'],
  ])('%s', (value, kind) => {
    const fault = { code: 'literal-secret', message: `the value looks like ${kind}; everybody who has the image could read it`, hint };
    expect([variableSecretFault('NOTE', value), labelSecretFault('note', value), tokenFault(value)]).toEqual([fault, fault, fault]);
  });

  test.each([
    'C.UTF-8',
    '/opt/venv/bin:/usr/bin',
    'https://example.org/a@b',
    'https://example.org:8080/a',
    'git@git.example.org:a/b',
    'sk-learn',
    'a'.repeat(64),
  ])('but not %s', (value) => {
    expect(tokenFault(value)).toBeUndefined();
  });
});

test('labels are wordier than variables', () => {
  expect(labelSecretFault('org.example.key', 'abc')).toBeUndefined();
  expect(labelSecretFault('org.opencontainers.image.authors', 'abc')).toBeUndefined();
  expect(labelSecretFault('org.example.password', 'abc')?.code).toBe('literal-secret');
});

test('a build argument without a default that is given a secret is a warning', () => {
  expect(secretArgumentFault('VERSION')).toBeUndefined();
  expect(secretArgumentFault('PIP_TOKEN')).toEqual({
    code: 'secret-argument',
    severity: 'warning',
    message: '"PIP_TOKEN" looks like a secret, and build arguments stay readable in the image',
    hint,
  });
});
