import { expect, it } from 'vitest';
import { exposedWithoutServer } from '../../../src/rules/lint/exposed-without-server.js';
import { findings } from '../../support/lint.js';

it('reports an image that runs nothing, or nothing that listens', () => {
  expect(findings(exposedWithoutServer, { expose: [80] })).toEqual(['expose[0]: a port is exposed, and the image has no command']);
  expect(findings(exposedWithoutServer, { expose: [80], cmd: ['/bin/bash'] })).toEqual([
    'expose[0]: a port is exposed, and "/bin/bash" listens on none',
  ]);
  expect(findings(exposedWithoutServer, { expose: [80], cmd: ['snakemake', '-c1'] })).toEqual([
    'expose[0]: a port is exposed, and "snakemake" listens on none',
  ]);
});

it('says nothing where the base, the container or a program may listen', () => {
  expect(findings(exposedWithoutServer, { base: 'nginx:1.27', expose: [80] })).toEqual([]);
  expect(findings(exposedWithoutServer, { expose: [80], cmd: ['bash', 'serve.sh'] })).toEqual([]);
  expect(findings(exposedWithoutServer, { expose: [80] }, { container: { mounts: [], ports: [], command: ['tides'] } })).toEqual([]);
});
