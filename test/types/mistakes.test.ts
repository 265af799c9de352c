import { describe, expect, test } from 'vitest';
import { createReport } from '../../src/diagnostics.js';
import { resolve } from '../../src/spec/resolve.js';
import { mistakes } from './mistakes.js';

describe('the schema finds what the types find', () => {
  test.each(Object.entries(mistakes))('%s', (_, { definition, codes }) => {
    const report = createReport();
    resolve(definition, {}, report);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});
