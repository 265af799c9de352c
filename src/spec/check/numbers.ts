/** Ports, durations, permissions, signals and counts. */

import { didYouMean } from '../did-you-mean.js';
import { quoted, type Check } from './fault.js';
import { withVariables } from './with-variables.js';

export const portFault: Check<string | number> = (port) => {
  const match = /^([0-9]+)(?:-([0-9]+))?(?:\/(?:tcp|udp|sctp))?$/.exec(String(port));
  const numbers = match ? [match[1], match[2] ?? match[1]].map(Number) : [];
  const [first = -1, last = -1] = numbers;
  if (match && first <= last && last <= 65_535) return undefined;
  const value = typeof port === 'number' ? String(port) : quoted(port);
  return {
    code: 'bad-port',
    message: `${value} is no port`,
    hint: "write 0 to 65535, a range, and tcp, udp or sctp: 8080, '53/udp', '8000-8010/tcp'",
  };
};

/** The same with variables. */
export const expandedPortFault = withVariables(portFault, (before) => {
  if (before.endsWith('/')) return 'tcp';
  return /\d$/.test(before) ? '' : before.endsWith('-') ? '65535' : '1';
});

/** As `docker run -p` takes it: `[HOST-ADDRESS:]HOST-PORT:CONTAINER-PORT[/PROTOCOL]`. */
export const publishedPortFault: Check<string | number> = (port) => {
  const [, address, host, inside] = /^(?:(\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:]+\]):)?(?:([0-9-]*):)?([^:]+)$/.exec(String(port)) ?? [];
  const fits = inside !== undefined && !portFault(inside) && (host === undefined || host === '' ? true : !portFault(host));
  if (fits && !(address !== undefined && host === undefined)) return undefined;
  const value = typeof port === 'number' ? String(port) : quoted(port);
  return {
    code: 'bad-port',
    message: `${value} cannot be published`,
    hint: "write host port and container port: 8080, '8080:80', '127.0.0.1:8080:80/tcp'",
  };
};

const NANOSECONDS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, m: 6e10, h: 3.6e12 };

export const durationFault: Check<string> = (duration) => {
  const hint = "write hours, minutes, seconds or milliseconds: '30s', '1m30s', '500ms'";
  if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(duration))
    return { code: 'bad-duration', message: `${quoted(duration)} is no duration`, hint };
  let total = 0;
  for (const [, count, unit = ''] of duration.matchAll(/([\d.]+)(ns|us|µs|ms|s|m|h)/g)) total += Number(count) * (NANOSECONDS[unit] ?? 0);
  return total >= 1e6 ? undefined : { code: 'bad-duration', message: `${quoted(duration)} is shorter than a millisecond`, hint };
};

export const modeFault: Check<string> = (mode) =>
  /^0?[0-7]{3,4}$/.test(mode)
    ? undefined
    : { code: 'bad-mode', message: `${quoted(mode)} are no permissions`, hint: "write them in octal: '755', '0644'" };

/** The same, or a change of what the source has, as chmod takes it. */
export const modeChangeFault: Check<string> = (mode) =>
  /^[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+(?:,[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+)*$/.test(mode) ? undefined : modeFault(mode);

/** Both with variables. */
export const expandedModeFault = withVariables(modeFault, restOfMode);
export const expandedModeChangeFault = withVariables(modeChangeFault, restOfMode);

function restOfMode(before: string): string {
  if (/[-+=]$/.test(before)) return 'r';
  return before.endsWith(',') ? 'a=r' : '0755'.slice(before.length);
}

export const countFault =
  (least: number, most = Number.MAX_SAFE_INTEGER): Check<number> =>
  (value) => {
    if (Number.isInteger(value) && value >= least && value <= most) return undefined;
    const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`;
    return { code: 'bad-number', message: `${value} is out of range`, hint: `write a whole number ${range}` };
  };

const SIGNALS =
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'
    .split(' ')
    .map((name) => `SIG${name}`);

export const signalFault: Check<string> = (signal) => {
  if (/^(?:[1-9]|[1-5][0-9]|6[0-4])$/.test(signal) || /^(?:SIG)?(?:RTMIN(?:\+(?:[0-9]|1[0-5]))?|RTMAX(?:-(?:[0-9]|1[0-4]))?)$/.test(signal))
    return undefined;
  if (SIGNALS.includes(signal) || SIGNALS.includes(`SIG${signal}`)) return undefined;
  return {
    code: 'bad-signal',
    message: `${quoted(signal)} is no signal`,
    hint: didYouMean(signal, SIGNALS) ?? "write its name or number: 'SIGTERM', '15'",
  };
};

/** The same with variables. */
export const expandedSignalFault = withVariables(signalFault, (before) => (before === '' ? 'SIGTERM' : before === 'SIG' ? 'TERM' : '1'));
