import { expect, it } from 'vitest';
import { worldWritable } from '../../../src/rules/lint/world-writable.js';
import { findings } from '../../support/lint.js';

it('reports modes that let everybody write, in scripts and of copies', () => {
  expect(
    findings(worldWritable, { run: ['chmod -R 777 /srv', 'chmod a+rwx /srv', 'chmod o+w /srv'], copy: [{ from: 'a', to: '/a', chmod: '666' }] }),
  ).toEqual([
    'run[0]: with mode 777 everybody may write it',
    'run[1]: with mode a+rwx everybody may write it',
    'run[2]: with mode o+w everybody may write it',
    'copy[0]: with mode 666 everybody may write it',
  ]);
});

it('accepts the sticky bit, and modes for fewer', () => {
  expect(
    findings(worldWritable, {
      run: [
        'chmod 1777 /srv',
        'chmod 755 /srv',
        'chmod -R u+w,go-w /srv',
        'chmod +x /srv/tides',
        'chmod +w /srv/tides',
        'chmod 0775 /srv',
        'install -m 777 a b',
      ],
    }),
  ).toEqual([]);
});
