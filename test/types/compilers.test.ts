/**
 * The language as a user's own compiler sees it: library files checked (no skipLibCheck) and no types of Node. That every `@ts-expect-error` of mistakes.ts is
 * wanted, and nothing else is wrong, is what the compiler says by saying nothing.
 */

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);

function compile(compiler: string, options: readonly string[], from = project) {
  const program = join(dirname(require.resolve(`${compiler}/package.json`)), 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [program, '-p', from, ...options], { encoding: 'utf8' });
  return { status, stdout };
}

test.each([
  ['typescript-5', []],
  ['typescript-5', ['--exactOptionalPropertyTypes', 'true', '--noUncheckedIndexedAccess', 'true']],
  ['typescript', []],
  ['typescript', ['--exactOptionalPropertyTypes', 'true', '--noUncheckedIndexedAccess', 'true']],
])('%s %j accepts good definitions and marks each mistake at its line', { timeout: 120_000 }, (compiler, options) => {
  expect(compile(compiler, options)).toEqual({ status: 0, stdout: '' });
});

test.each(['typescript-5', 'typescript'])('%s sees that helpers return what returns.test.ts expects', { timeout: 120_000 }, (compiler) => {
  expect(compile(compiler, [], join(project, 'tsconfig.expect.json'))).toEqual({ status: 0, stdout: '' });
});
