import { describe, expect, it } from 'vitest';
import type { File } from '../../../src/ir/instruction.js';
import { printFile } from '../../../src/print/instructions/file.js';
import { printOne } from '../../support/print-one.js';

function print(file: Partial<File>) {
  return printOne((context) =>
    printFile({ kind: 'file', origins: [{ path: ['files'] }], to: '/etc/motd', content: 'hello\n', expand: false, ...file }, context),
  );
}

describe('a file in the Dockerfile', () => {
  it('is a heredoc in which nothing is touched', () => {
    expect(print({ content: '$HOME \\ "\n\nEOF\n', chmod: '0755', chown: 'app' }).text).toBe(`COPY --chown=app --chmod=0755 <<'EOF_2' /etc/motd
$HOME \\ "

EOF
EOF_2`);
  });

  it('lets the builder expand variables, and keeps backslashes, when asked', () => {
    expect(print({ content: 'v$VERSION \\$5 C:\\temp\n', expand: true }).text).toBe(`COPY <<EOF /etc/motd
v$VERSION \\$5 C:\\\\temp
EOF`);
  });

  it('may be empty', () => {
    expect(print({ content: '' })).toEqual({ text: "COPY <<'EOF' /etc/motd\nEOF", faults: [] });
  });

  it('escapes its path', () => {
    expect(print({ to: '/a"$b' })).toEqual({ text: `COPY <<'EOF' /a\\"\\$b\nhello\nEOF`, faults: [] });
  });

  it('refuses a path that a heredoc cannot have, and content that it cannot hold', () => {
    expect(print({ to: '/a b' }).faults).toEqual(['"/a b" cannot be the path of a file that stands in the Dockerfile']);
    expect(print({ to: '/etc/' }).faults).toEqual(['"/etc/" cannot be the path of a file that stands in the Dockerfile']);
    expect(print({ content: 'hello' }).faults).toEqual(['"hello" does not end with a newline, which a file that stands in the Dockerfile must']);
    expect(print({ content: 'a\r\n' }).faults).toEqual(['"a\\r\\n" has a carriage return, which the content of a file cannot carry']);
  });
});
