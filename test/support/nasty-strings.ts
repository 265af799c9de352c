/** Strings that are hard to quote: what the Dockerfile language, JSON, shells and terminals give a meaning to, in any order. */

import fc from 'fast-check';

/** What they are made of. */
export const pieces = [
  ...' \t"\'\\$`#=-*?[]{}()<>|&;!~%^,.:/@+'.split(''),
  ...[
    'a',
    'B',
    '7',
    '_',
    'é',
    'ß',
    '中',
    '🧪',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\u0085',
    '\u3000',
    '\u202e',
    '\u0000',
    '\u001b',
    '\r',
    '\n',
    '\ud800',
  ],
  ...['$HOME', '${HOME}', '${X:-y}', '$$', '$(id)', '`id`', '\\\\', '\\n', '\\"', '--', '--from=x', '-x', '# ', '#!', '&& ', '|| true', '; id'],
  ...[
    '<<EOF',
    '<<"EOF"',
    '1<<2',
    '<< ',
    '\nEOF\n',
    'EOF',
    '\nRUN touch /pwned\n',
    'RUN touch /pwned',
    '\nUSER root',
    '[""]',
    '["a","b"]',
    '[1]',
    '{}',
    '""',
    "''",
  ],
  ...[
    'syntax=evil.invalid/x',
    '# syntax=evil.invalid/x',
    '# escape=`',
    'escape=`',
    'check=skip=all',
    '\\\n',
    ' \\',
    'https://example.org/x',
    'git@x',
    '../',
    './',
    '/',
    '.',
  ],
];

/** Half of them of pieces that mean something, half of any characters at all. */
export const nastyString = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { minLength: 0, maxLength: 8 }).map((list) => list.join('')),
  fc
    .array(fc.constantFrom(...pieces.filter((piece) => !/[\0\r\n\u001b\u0085\u202e\ud800]/.test(piece))), { minLength: 1, maxLength: 8 })
    .map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
