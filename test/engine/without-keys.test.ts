import { expect, it } from 'vitest';
import { withoutKeys } from '../../src/engine/without-keys.js';

it.each([
  ['type=s3,bucket=b,secret_access_key=abc,session_token=def', 'type=s3,bucket=b,secret_access_key=***,session_token=***'],
  ['type=gha,TOKEN=abc,ghtoken=def', 'type=gha,TOKEN=***,ghtoken=***'],
  ['type=s3,"secret_access_key=ab,c""d",bucket=b', 'type=s3,secret_access_key=***,bucket=b'],
  ['registry.example.org/team/cache', 'registry.example.org/team/cache'],
])('shows no key of the cache %s', (cache, shown) => {
  expect(withoutKeys(['build', '--cache-to', cache, `--cache-from=${cache}`])).toEqual(['build', '--cache-to', shown, `--cache-from=${shown}`]);
});

it('leaves other options alone, whatever their names', () => {
  const words = ['build', '--build-context', 'token=../token', '--label', 'token=1', '.'];
  expect(withoutKeys(words)).toEqual(words);
});
