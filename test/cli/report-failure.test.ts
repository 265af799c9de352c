import { describe, expect, it } from 'vitest';
import type { Output } from '../../src/cli/output.js';
import { createOutput } from '../../src/cli/output.js';
import { reportFailure } from '../../src/cli/report-failure.js';

/** An output that keeps what it is given. */
function keeping(): { readonly output: Output; readonly said: string[]; readonly results: unknown[] } {
  const said: string[] = [];
  const results: unknown[] = [];
  const output = {
    ...createOutput({ json: true, quiet: false, color: false }),
    problem: (text: string) => said.push(text),
    result: (value: unknown) => results.push(value),
  };
  return { output, said, results };
}

describe('reportFailure', () => {
  it('takes what nobody foresaw for a bug of ours: 70, and a request for a report', () => {
    const { output, said, results } = keeping();
    const bug = new TypeError('the tide is undefined');
    bug.stack = 'TypeError: the tide is undefined\n    at ebb (tides.js:1:1)';
    expect(reportFailure(bug, output)).toBe(70);
    expect(said).toEqual([
      `TypeError: the tide is undefined
    at ebb (tides.js:1:1)

This is a bug in imagewright. Please report it with the lines above and the image.ts that shows it.
`,
    ]);
    expect(results).toEqual([{ ok: false, diagnostics: [{ code: 'bug', severity: 'error', message: 'the tide is undefined' }] }]);
  });

  it('copes with what is no error', () => {
    const { output, said } = keeping();
    expect(reportFailure('ebb', output)).toBe(70);
    expect(said[0]?.split('\n')[0]).toBe('ebb');
  });
});
