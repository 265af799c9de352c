/** Builds dist/ once for all tests that run the built command. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export default function setup(): void {
  if (process.env['IMAGEWRIGHT_BUILT'] !== undefined) return;
  execFileSync(process.execPath, [join(import.meta.dirname, '../../build.mjs')], { stdio: 'inherit' });
  process.env['IMAGEWRIGHT_BUILT'] = '1';
}
