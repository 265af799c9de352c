import { expect, it } from 'vitest';
import { frontendInEnv } from '../../../src/rules/lint/frontend-in-env.js';
import { findings, fixes } from '../../support/lint.js';

it('reports it in the image, and accepts it in another stage or an argument', () => {
  expect(
    findings(frontendInEnv, {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      stages: { test: { base: 'debian:bookworm-slim', env: { DEBIAN_FRONTEND: 'x' } } },
    }),
  ).toEqual(['env.DEBIAN_FRONTEND: DEBIAN_FRONTEND stays in the image, for everybody who works in it']);
  expect(findings(frontendInEnv, { args: { DEBIAN_FRONTEND: 'noninteractive' } })).toEqual([]);
});

it('removes it', () => {
  const edit = { kind: 'remove', path: ['env', 'DEBIAN_FRONTEND'] };
  expect(fixes(frontendInEnv, { env: { DEBIAN_FRONTEND: 'noninteractive' } })).toEqual([{ title: 'remove DEBIAN_FRONTEND from env', edits: [edit] }]);
});
