import { expect, it } from 'vitest';
import { loopbackServer } from '../../../src/rules/lint/loopback-server.js';
import { findings } from '../../support/lint.js';

it('reports addresses of the container itself', () => {
  expect(findings(loopbackServer, { cmd: ['gunicorn', '-b', '127.0.0.1:8000', 'a:b'], expose: [8000] })).toEqual([
    'cmd: "gunicorn" listens on 127.0.0.1, which nobody reaches from outside',
  ]);
  expect(findings(loopbackServer, { entrypoint: ['jupyter', 'lab', '--ip', 'localhost'] })).toEqual([
    'entrypoint: "jupyter" listens on localhost, which nobody reaches from outside',
  ]);
  expect(findings(loopbackServer, { cmd: ['uvicorn', '--host', '0.0.0.0', 'a:b'] })).toEqual([]);
});
