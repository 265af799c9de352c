import { expect, it } from 'vitest';
import { defaultShellReplaced } from '../../../src/rules/lint/default-shell-replaced.js';
import { findings } from '../../support/lint.js';

it('reports a link in the place of /bin/sh', () => {
  expect(findings(defaultShellReplaced, { run: ['ln -sf /bin/bash /bin/sh', 'ln -s bash /usr/bin/sh', 'ln -s /bin/sh /opt/sh'] })).toEqual([
    'run[0]: "ln -sf /bin/bash /bin/sh" replaces the shell of the base',
    'run[1]: "ln -s bash /usr/bin/sh" replaces the shell of the base',
  ]);
});
