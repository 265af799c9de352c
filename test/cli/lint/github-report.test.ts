import { join } from 'node:path';
import { expect, it } from 'vitest';
import { githubReport } from '../../../src/cli/lint/github-report.js';

const file = join(process.cwd(), 'ebb, 100%:flow.ts');

it('escapes what the runner would take for its own, and what a terminal would obey', () => {
  const fault = { code: 'sudo', severity: 'warning', subject: 'run[0]', message: '50% of "a:b,c"\r\n\u001b[2J', hint: 'leave it out' } as const;
  expect(githubReport([{ ...fault, place: { file, line: 5, column: 9, endLine: 5, endColumn: 16 } }])).toBe(
    '::warning file=ebb%2C 100%25%3Aflow.ts,line=5,col=9,endLine=5,endColumn=16,title=sudo::run[0]: 50%25 of "a:b,c"%0D%0A\\u001b[2J%0Ahint: leave it out\n',
  );
});

it('tells no columns of what stands on several lines, and no place of what has none', () => {
  const faults = [
    { code: 'tides', message: 'high', place: { file, line: 1, column: 3, endLine: 4, endColumn: 2 } },
    { code: 'ebb', message: 'low' },
  ];
  expect(githubReport(faults)).toBe('::error file=ebb%2C 100%25%3Aflow.ts,line=1,endLine=4,title=tides::high\n::error title=ebb::low\n');
});
