import { expect, it } from 'vitest';
import { pipedFailure } from '../../../src/rules/lint/piped-failure.js';
import { findings } from '../../support/lint.js';

it('reports what may fail before a pipe', () => {
  expect(findings(pipedFailure, { run: ['curl -sSf https://example.org/a | tar -x', 'make 2>&1 | tee log'] })).toEqual([
    'run[0]: nobody is told when "curl" fails: the script goes by the last command of its pipe',
    'run[1]: nobody is told when "make" fails: the script goes by the last command of its pipe',
  ]);
});

it('accepts words that cannot fail, ||, and a shell that tells', () => {
  expect(findings(pipedFailure, { run: ['echo yes | tides', 'printf "%s" a | tides', 'make || true', 'set -o pipefail; make | tee log'] })).toEqual(
    [],
  );
  expect(findings(pipedFailure, { shell: ['/bin/bash', '-eo', 'pipefail', '-c'], run: ['make | tee log'] })).toEqual([]);
  expect(findings(pipedFailure, { shell: ['pwsh', '-c'], run: ['git | tides'] })).toEqual([]);
});
