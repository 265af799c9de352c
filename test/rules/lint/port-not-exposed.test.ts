import { expect, it } from 'vitest';
import { portNotExposed } from '../../../src/rules/lint/port-not-exposed.js';
import { expand } from '../../../src/spec/values.js';
import { findings, fixes } from '../../support/lint.js';

it('knows the options of servers', () => {
  expect(findings(portNotExposed, { cmd: ['gunicorn', '-b', '0.0.0.0:8000', 'a:b'] })).toEqual([
    'cmd: "gunicorn" listens on port 8000, which is not exposed',
  ]);
  expect(findings(portNotExposed, { cmd: ['uvicorn', 'a:b', '--port=8080'] })).toEqual(['cmd: "uvicorn" listens on port 8080, which is not exposed']);
  expect(findings(portNotExposed, { cmd: ['python3', '-m', 'http.server', '9000'], expose: [9001] })).toEqual([
    'cmd: "python3" listens on port 9000, which is not exposed',
  ]);
  expect(findings(portNotExposed, { shell: ['/bin/sh', '-c'], cmd: 'flask run -p 5000' })).toEqual([
    'cmd: "flask" listens on port 5000, which is not exposed',
  ]);
});

it('accepts ranges, variables, and programs that it does not know', () => {
  expect(findings(portNotExposed, { cmd: ['gunicorn', '-b', ':8000', 'a:b'], expose: ['7999-8001/tcp'] })).toEqual([]);
  expect(findings(portNotExposed, { args: { PORT: '1' }, cmd: ['gunicorn', '-b', ':8000', 'a:b'], expose: [expand('$PORT')] })).toEqual([]);
  expect(findings(portNotExposed, { cmd: ['tides', '--port', '80'] })).toEqual([]);
  expect(findings(portNotExposed, { cmd: ['gunicorn', 'a:b'] })).toEqual([]);
});

it('exposes it', () => {
  const edit = { kind: 'append', path: ['expose'], value: 8000 };
  expect(fixes(portNotExposed, { cmd: ['gunicorn', '-b', ':8000', 'a:b'] })).toEqual([{ title: 'expose 8000', edits: [edit] }]);
});
