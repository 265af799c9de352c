import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../support/command.js';

const image = (pip: string) => `export default { base: 'python:3.12-slim-bookworm', pip: ${pip} };\n`;
const stderrOf = (files: Readonly<Record<string, string>>) => {
  const { status, stderr } = command(['generate', '--stdout'], folderWith(files));
  return { status, stderr };
};

describe('checkRequirements', () => {
  it('names what a requirements file reads that pip is not given, before anything is built', () => {
    const text = '# tides\n-r base.txt\nnumpy==2.1.0  # -r no.txt\n--constraint=con.txt # pinned\n-e .\n./wheels/ebb-1.0-py3-none-any.whl\n';
    expect(stderrOf({ 'image.ts': image("{ requirements: 'deps/requirements.txt' }"), 'deps/requirements.txt': text })).toEqual({
      status: 2,
      stderr: `deps/requirements.txt:2:4 error: "base.txt" is read by deps/requirements.txt, and pip is not given it   (unread-requirements)
  2 | -r base.txt
    |    ^^^^^^^^
hint: name it too: requirements: ['deps/requirements.txt', 'deps/base.txt']

deps/requirements.txt:4:14 error: "con.txt" is read by deps/requirements.txt, and pip is not given it   (unread-requirements)
  4 | --constraint=con.txt # pinned
    |              ^^^^^^^
hint: name it too: constraints: ['deps/con.txt']

deps/requirements.txt:5:4 error: "." is installed by deps/requirements.txt, and pip is not given it   (local-requirement)
  5 | -e .
    |    ^
hint: take the line out, and install what is copied in a run: run: ['pip install /opt/app']

deps/requirements.txt:6:1 error: "./wheels/ebb-1.0-py3-none-any.whl" is installed by deps/requirements.txt, and pip is not given it   (local-requirement)
  6 | ./wheels/ebb-1.0-py3-none-any.whl
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: take the line out, and install what is copied in a run: run: ['pip install /opt/app']
`,
    });
  });

  it('is content with what is given, and with what is elsewhere', () => {
    const files = {
      'image.ts': image("{ requirements: ['requirements.txt', 'base.txt'], constraints: './con.txt' }"),
      'requirements.txt':
        '-r base.txt\n-c con.txt\n-r https://example.org/more.txt\n-e git+https://example.org/ebb.git#egg=ebb\nflood @ https://example.org/flood.whl\n/wheels/tide.whl\n--require-hashes\n',
      'base.txt': 'numpy\n',
      'con.txt': 'numpy<3 ; python_version > "3.8"\n',
    };
    expect(stderrOf(files)).toEqual({ status: 0, stderr: '' });
  });
});
