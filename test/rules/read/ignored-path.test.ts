import { describe, expect, it } from 'vitest';
import { ignoredBy } from '../../../src/rules/read/ignored-path.js';

describe.each<[readonly string[], readonly string[], readonly string[]]>([
  [['*', '!north-sea.csv'], ['south-sea.csv'], ['north-sea.csv']],
  [['*.csv'], ['tides.csv'], ['data/tides.csv', 'tides.csv.gz']],
  [['**/*.csv'], ['tides.csv', 'data/ebb/tides.csv'], ['tides.txt']],
  [['data'], ['data', 'data/ebb/tides.csv'], ['data2', 'old/data']],
  [['data', '!data/tides.csv'], ['data/ebb.csv'], ['data/tides.csv']],
  [['!data/tides.csv', 'data'], ['data/tides.csv'], []],
  [['/data/', './ebb'], ['data/x', 'ebb'], []],
  [['data/**/raw'], ['data/raw', 'data/a/b/raw/x'], ['raw']],
  [
    ['t?de[0-9]', 'a\\*'],
    ['tide1', 'a*'],
    ['tide', 'ab', 't/de1'],
  ],
  [['# data', '', '  ', '!'], [], ['data', '# data']],
])('%j', (patterns, ignored, kept) => {
  it('leaves out what it names', () => expect(ignored.filter((path) => !ignoredBy(patterns)(path))).toEqual([]));
  it('leaves out nothing else', () => expect(kept.filter((path) => ignoredBy(patterns)(path))).toEqual([]));
});
