import { expect, it } from 'vitest';
import { expandedModeChangeFault, expandedModeFault, expandedPortFault, expandedSignalFault } from '../../../src/spec/check/numbers.js';
import { expandedOwnerFault } from '../../../src/spec/check/users.js';

const ownerHint = "write user, or user and group: 'app', 'app:staff', '1000:1000'";
const portHint = "write 0 to 65535, a range, and tcp, udp or sctp: 8080, '53/udp', '8000-8010/tcp'";

it.each(['$NAME', '$UID:$GID', 'app-${N}', '${NAME:-nobody}:games', '${NAME:+app}', '${NAME:?say who}', '${NAME#x y}'])(
  'takes the owner %s',
  (text) => {
    expect(expandedOwnerFault(text)).toBeUndefined();
  },
);

it.each(['$A:$B:$C', '-$NAME', '$NAME x', '${NAME:-no body}', '', ':$GROUP'])('refuses the owner %j, and quotes it', (text) => {
  expect(expandedOwnerFault(text)).toEqual({ code: 'bad-user', message: `${JSON.stringify(text)} is no user`, hint: ownerHint });
});

it.each(['$PORT', '$PORT/udp', '53/$PROTOCOL', '80$X', '65535$X', '$FIRST-$LAST/tcp', '9-$LAST', '${PORT:-8080}', '${PORT:-53/udp}', '8080'])(
  'takes the port %s',
  (text) => {
    expect(expandedPortFault(text)).toBeUndefined();
  },
);

it.each(['70000', '$PORT/http', '80 $PORT', '$ADDRESS:80', '${PORT:-http}', '$A-$B-$C'])('refuses the port %j, and quotes it', (text) => {
  expect(expandedPortFault(text)).toEqual({ code: 'bad-port', message: `${JSON.stringify(text)} is no port`, hint: portHint });
});

it.each([
  [expandedModeFault, ['$MODE', '0$MODE', '${MODE:-755}', '7$X'], ['$MODE x', '9$MODE', 'u=$X', '${MODE:-rwx}']],
  [expandedModeChangeFault, ['$MODE', 'u=rwX,go=$X', 'u=rwX,$X'], ['$MODE;', 'u=$X q']],
  [expandedSignalFault, ['$SIGNAL', 'SIG$NAME', 'SIGRTMIN+$N', '${SIGNAL:-9}'], ['$SIGNAL x', '${SIGNAL:-SIGNOPE}', 'X$NAME']],
])('takes what a mode or signal may be, and nothing else: %o', (fault, taken, refused) => {
  expect(taken.filter((text) => fault(text) !== undefined)).toEqual([]);
  expect(refused.filter((text) => fault(text) === undefined)).toEqual([]);
});
