/** docs/benchmarks.md, of which a part was measured again. */

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../support/project.js';

interface Write {
  readonly withSections: (text: string, measured: readonly string[]) => string;
}

const { withSections }: Write = await import(join(repository, 'bench/write.mjs'));

it('what was measured replaces what stood there, or stands where it belongs', () => {
  const page = '# Benchmarks\n\nMade.\n\n## Start-up\n\nfast\n\n## Images\n\nsmall\n\n### case\n\nmore\n';
  expect(withSections(page, ['## Load\n\nmany', '## Start-up\n\nfaster'])).toBe(
    '# Benchmarks\n\nMade.\n\n## Start-up\n\nfaster\n\n## Load\n\nmany\n\n## Images\n\nsmall\n\n### case\n\nmore\n',
  );
});
