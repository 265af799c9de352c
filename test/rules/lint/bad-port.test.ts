import { expect, it } from 'vitest';
import { badPort } from '../../../src/rules/lint/bad-port.js';
import { findings, hints } from '../../support/lint.js';

it('reports addresses, protocols in capitals and numbers that are no port', () => {
  const definition = { cmd: ['tides'], raw: ['EXPOSE 127.0.0.1:80:8080 53/UDP 70000 8000-8010/tcp'] };
  expect(findings(badPort, definition)).toEqual([
    'raw[0]: "127.0.0.1:80:8080" has more than the port of the image',
    'raw[0]: the protocol of "53/UDP" is in capitals',
    'raw[0]: "70000" is no port: they end at 65535',
  ]);
  expect(hints(badPort, definition)).toEqual(['write 8080', 'write 53/udp', 'write the port that is listened on']);
});
