import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/diagnostics.js';
import { changesLine, readChanges } from '../../src/print/changes-line.js';
import { printDockerfile } from '../../src/print/dockerfile.js';
import { debian } from '../support/instructions.js';

describe('changesLine', () => {
  it('is a line in the order of names, or nothing', () => {
    expect(changesLine({ texts: 0.02, 'count.py': 0.62 })).toBe('# imagewright:changes {"count.py":0.62,"texts":0.02}');
    expect([changesLine({}), changesLine(undefined)]).toEqual([undefined, undefined]);
  });
});

describe('readChanges', () => {
  const printed = (comments: boolean) => printDockerfile({ ...debian(), changes: { 'a "b"': 0.5 } }, { comments }, createReport()).text;

  it.each([true, false])('reads what stands below the header, comments: %s', (comments) => {
    expect(printed(comments).split('\n')[2]).toBe('# imagewright:changes {"a \\"b\\"":0.5}');
    expect(readChanges(printed(comments))).toEqual({ 'a "b"': 0.5 });
    expect(readChanges(printed(comments).replaceAll('\n', '\r\n'))).toEqual({ 'a "b"': 0.5 });
  });

  it('believes no file that was changed by hand, or is not ours', () => {
    expect(readChanges(printed(true).replace('0.5', '0.9'))).toBeUndefined();
    expect(readChanges('# imagewright:changes {"texts":0.1}\nFROM debian\n')).toBeUndefined();
    expect(readChanges(printDockerfile(debian(), { comments: true }, createReport()).text)).toBeUndefined();
  });
});
