/**
 * For tests of what is written for CI: the real programs of PyPI that read such files, in a folder of their own. `describeCi` skips its tests where they cannot be
 * installed, saying why, and fails them in CI.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';

const PACKAGES = ['pre-commit==4.7.0', 'check-jsonschema==0.39.0'];

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-ci-tools-')));
const bin = join(folder, 'bin');

function install(): boolean {
  const made = spawnSync('python3', ['-m', 'venv', folder], { stdio: 'ignore' }).status === 0;
  return made && spawnSync(join(bin, 'pip'), ['install', '--quiet', ...PACKAGES], { stdio: 'ignore' }).status === 0;
}

export function describeCi(title: string, tests: () => void): void {
  const isThere = install() && existsSync(join(bin, 'pre-commit'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  if (isThere) describe(title, tests);
  else if (process.env.CI) {
    it(title, () => {
      throw new Error(`python3 -m venv, or pip install ${PACKAGES.join(' ')}, failed`);
    });
  } else describe.skip(`${title} (skipped: pip does not install ${PACKAGES.join(' ')} here)`, tests);
}

/** What check-jsonschema says of a file by one of the schemas that it brings: `github-workflows`. */
export function checkSchema(file: string, schema: string): string {
  const { stdout, stderr } = spawnSync(join(bin, 'check-jsonschema'), ['--builtin-schema', `vendor.${schema}`, file], { encoding: 'utf8' });
  return stdout + stderr;
}

/** The YAML of a file, as data. */
export function readYaml(file: string): any {
  const script = 'import json, sys, yaml; print(json.dumps(yaml.load(open(sys.argv[1]), yaml.BaseLoader)))';
  return JSON.parse(execFileSync(join(bin, 'python'), ['-c', script, file], { encoding: 'utf8' }));
}

export const preCommit = join(bin, 'pre-commit');
