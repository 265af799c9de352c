import { expect, it } from 'vitest';
import { visible } from '../../src/cli/visible.js';

const shown = (code: number) => visible(String.fromCharCode(code));

it('shows every control character but newline and tab, and every one that turns the direction of writing', () => {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const controls = [...range(0, 0x1f), ...range(0x7f, 0x9f)].filter((code) => code !== 0x09 && code !== 0x0a);
  const bidirectional = [0x061c, 0x200e, 0x200f, ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)];
  const all = range(0, 0xffff).filter((code) => shown(code) !== String.fromCharCode(code));
  expect(all).toEqual([...controls, ...bidirectional]);
  expect(visible('\u001b[31mebb\u0007\u202eflood\r\n\ttide')).toBe('\\u001b[31mebb\\u0007\\u202eflood\\u000d\n\ttide');
});

it('leaves a JSON document what it was', () => {
  const value = { path: 'a\u009b\u202e\u007f\u001b"\\' };
  expect(JSON.parse(visible(JSON.stringify(value)))).toEqual(value);
});
