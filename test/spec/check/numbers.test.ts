import { describe, expect, test } from 'vitest';
import { countFault, durationFault, modeFault, portFault, publishedPortFault, signalFault } from '../../../src/spec/check/numbers.js';

describe('ports', () => {
  test.each([0, 80, 65_535, '80', '53/udp', '132/sctp', '8000-8010', '8000-8010/tcp', '80-80'])('%s is one', (port) => {
    expect(portFault(port)).toBeUndefined();
  });

  test.each([-1, 65_536, 1.5, Number.NaN, '', 'http', '80/tpc', '80/TCP', '8010-8000', '80-', '-80', '80-65536', '1:2', '0x50', ' 80', '1e3'])(
    '%s is none',
    (port) => {
      const value = typeof port === 'number' ? String(port) : JSON.stringify(port);
      const hint = "write 0 to 65535, a range, and tcp, udp or sctp: 8080, '53/udp', '8000-8010/tcp'";
      expect(portFault(port)).toEqual({ code: 'bad-port', message: `${value} is no port`, hint });
    },
  );

  test.each([8080, '80', '8080:80', '127.0.0.1:8080:80/tcp', '127.0.0.1::80', '8000-8010:8000-8010', '[::1]:8080:80'])(
    '%s can be published',
    (port) => {
      expect(publishedPortFault(port)).toBeUndefined();
    },
  );

  test.each([70_000, 'x:80', '8080:', '8080:80:1', '127.0.0.1:x:80', '8080:70000'])('%s cannot be published', (port) => {
    const value = typeof port === 'number' ? String(port) : JSON.stringify(port);
    const hint = "write host port and container port: 8080, '8080:80', '127.0.0.1:8080:80/tcp'";
    expect(publishedPortFault(port)).toEqual({ code: 'bad-port', message: `${value} cannot be published`, hint });
  });
});

describe('durations', () => {
  const hint = "write hours, minutes, seconds or milliseconds: '30s', '1m30s', '500ms'";

  test.each(['30s', '1m30s', '1h', '500ms', '1.5s', '1ms', '1000us', '2h45m30s'])('%s is one', (duration) => {
    expect(durationFault(duration)).toBeUndefined();
  });

  test.each(['30', '', 's', '30 s', '30sec', '-30s', '1d', '1m 30s', '1e3s'])('%j is none', (duration) => {
    expect(durationFault(duration)).toEqual({ code: 'bad-duration', message: `"${duration}" is no duration`, hint });
  });

  test.each(['0s', '999us', '1ns'])('%s is too short', (duration) => {
    expect(durationFault(duration)).toEqual({ code: 'bad-duration', message: `"${duration}" is shorter than a millisecond`, hint });
  });
});

test.each(['755', '0644', '1777', '0000'])('%s are permissions', (mode) => {
  expect(modeFault(mode)).toBeUndefined();
});

test.each(['', '75', '888', '000755', 'u+x', '77777', '0o755'])('%j are no permissions', (mode) => {
  expect(modeFault(mode)).toEqual({ code: 'bad-mode', message: `"${mode}" are no permissions`, hint: "write them in octal: '755', '0644'" });
});

test.each(['SIGTERM', 'TERM', '9', '64', 'SIGRTMIN', 'SIGRTMIN+3', 'RTMAX-14'])('%s is a signal', (signal) => {
  expect(signalFault(signal)).toBeUndefined();
});

test.each([
  ['SIGTREM', 'did you mean "SIGTERM"?'],
  ['0', "write its name or number: 'SIGTERM', '15'"],
  ['65', "write its name or number: 'SIGTERM', '15'"],
  ['SIGRTMIN+16', "write its name or number: 'SIGTERM', '15'"],
  ['', "write its name or number: 'SIGTERM', '15'"],
])('%j is no signal', (signal, hint) => {
  expect(signalFault(signal)).toEqual({ code: 'bad-signal', message: `"${signal}" is no signal`, hint });
});

test('a count is a whole number in its range', () => {
  expect([0, 1, 10].map(countFault(0, 10))).toEqual([undefined, undefined, undefined]);
  expect(countFault(0, 10)(11)).toEqual({ code: 'bad-number', message: '11 is out of range', hint: 'write a whole number from 0 to 10' });
  expect(countFault(1)(1.5)).toEqual({ code: 'bad-number', message: '1.5 is out of range', hint: 'write a whole number from 1 on' });
});
