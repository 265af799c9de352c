import { expect, it } from 'vitest';
import { curlAndWget } from '../../../src/rules/lint/curl-and-wget.js';
import { findings } from '../../support/lint.js';

it('reports the one that comes second, in the same stage alone', () => {
  expect(findings(curlAndWget, { run: ['wget -qO /a https://example.org/a', 'curl -sSfo /b https://example.org/b'] })).toEqual([
    'run[1]: the stage downloads with both curl and wget',
  ]);
  expect(
    findings(curlAndWget, {
      run: ['curl -sSfo /a https://example.org/a'],
      stages: { test: { base: 'debian:bookworm-slim', run: ['wget -q https://example.org/b'] } },
    }),
  ).toEqual([]);
});
