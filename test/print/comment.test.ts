import { describe, expect, it } from 'vitest';
import { commentLines } from '../../src/print/comment.js';

describe('commentLines', () => {
  it('keeps the lines of a comment', () => {
    expect(commentLines('System packages\n\nand why')).toEqual(['# System packages', '#', '# and why']);
  });

  it('ends a line where any reader could see its end', () => {
    expect(commentLines('a\r\nRUN x\rRUN y\u2028RUN z')).toEqual(['# a', '# RUN x', '# RUN y', '# RUN z']);
  });

  it('spells out what does not show', () => {
    expect(commentLines('\u001b[31mred \u202ederorrim\u0085 \ud800')).toEqual(['# \\u001b[31mred \\u202ederorrim\\u0085 \\ud800']);
  });

  it('never ends in a continuation', () => {
    expect(commentLines('C:\\temp\\ \\')).toEqual(['# C:\\temp']);
  });
});
