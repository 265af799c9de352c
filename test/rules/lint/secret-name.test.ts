import { expect, it } from 'vitest';
import { secretName } from '../../../src/rules/lint/secret-name.js';
import { findings, lint } from '../../support/lint.js';

const said = (place: string, name: string) => `${place}: "${name}" has the name of a secret, and everybody who has the image can read it`;

it('goes by the name, as docker build --check does', () => {
  const definition = { env: { TIDE_AUTH: 'off', KEY: '/etc/tide.key' }, args: { TOKEN_PATH: null, PASSWORD: 'no' } };
  expect([...findings(secretName, definition)].sort()).toEqual([
    said('args.PASSWORD', 'PASSWORD'),
    said('args.TOKEN_PATH', 'TOKEN_PATH'),
    said('env.KEY', 'KEY'),
    said('env.TIDE_AUTH', 'TIDE_AUTH'),
  ]);
  expect(findings(secretName, { raw: ['ENV APIKEY=1', 'ARG my_secret'] })).toEqual([said('raw[0]', 'APIKEY'), said('raw[1]', 'my_secret')]);
});

it('accepts words that only hold such a word, and what is public', () => {
  expect(findings(secretName, { env: { KEYRING: 'a', SECRETS: 'b', AUTHOR: 'c', PUBLIC_KEY: '/d' } })).toEqual([]);
});

it('leaves to the compiler what it has told: an argument that is to be given', () =>
  expect(findings(secretName, { args: { TIDE_TOKEN: null } })).toEqual([]));

it('says nothing where the definition has the check passed over', () => {
  const codes = (skip: 'all' | readonly ['SecretsUsedInArgOrEnv'] | readonly ['UndefinedVar']) =>
    lint({ env: { KEY: '/k' }, dockerfile: { checks: { skip } } }).map(({ code }) => code);
  expect(codes(['SecretsUsedInArgOrEnv'])).toEqual([]);
  expect(codes('all')).toEqual([]);
  expect(codes(['UndefinedVar'])).toEqual(['secret-name']);
});
