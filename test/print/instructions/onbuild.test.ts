import { expect, it } from 'vitest';
import type { Trigger } from '../../../src/ir/instruction.js';
import { printers } from '../../../src/print/instructions/index.js';
import { printOne } from '../../support/print-one.js';

const origins = [{ path: ['onbuild', 0] }];

function print(instruction: Trigger) {
  return printOne((context) => printers.onbuild({ kind: 'onbuild', origins, instruction }, context), ['build']);
}

it('prints the instruction behind ONBUILD, all of its lines', () => {
  expect(print({ kind: 'copy', origins, sources: ['.'], to: '/app', exclude: [] })).toEqual({ text: 'ONBUILD COPY . /app', faults: [] });
  expect(print({ kind: 'file', origins, to: '/a', content: 'b\n', expand: false })).toEqual({
    text: "ONBUILD COPY <<'EOF' /a\nb\nEOF",
    faults: [],
  });
  expect(print({ kind: 'raw', origins, text: 'RUN a \\\n  b' })).toEqual({ text: 'ONBUILD RUN a \\\n  b', faults: [] });
});

it('knows no stage', () => {
  const copy: Trigger = { kind: 'copy', origins, sources: ['/a'], to: '/', exclude: [], from: { stage: 'build' } };
  expect(print(copy).faults).toEqual(['no stage before this one is named "build"']);
});

it.each(['from debian', 'MAINTAINER me', 'ONBUILD RUN a', '# a\nRUN b', 'RUN a\nRUN b'])('refuses the text %j', (text) => {
  expect(print({ kind: 'raw', origins, text }).faults).toHaveLength(1);
});
