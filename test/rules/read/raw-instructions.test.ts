import { expect, it } from 'vitest';
import { rawInstructions } from '../../../src/rules/read/raw-instructions.js';
import { at } from '../../support/instructions.js';

const read = (text: string, escape?: string) =>
  rawInstructions(text, at('raw', 0), escape).map(({ origin: _origin, hasEmptyLine, heredocs, flags, ...rest }) => ({
    ...rest,
    ...(flags.length === 0 ? {} : { flags }),
    ...(heredocs.length === 0 ? {} : { heredocs }),
    ...(hasEmptyLine ? { hasEmptyLine } : {}),
  }));

it('reads one after another, without comments, and keeps the keyword as it is written', () => {
  expect(read('# Tides\nRUN ebb\n\n  env A=1\nSTOPSIGNAL SIGINT # all of it')).toEqual([
    { keyword: 'RUN', rest: 'ebb' },
    { keyword: 'env', rest: 'A=1' },
    { keyword: 'STOPSIGNAL', rest: 'SIGINT # all of it' },
  ]);
});

it('joins lines that go on, over comments and empty lines', () => {
  expect(read('RUN ebb \\\n# low\n  flood')).toEqual([{ keyword: 'RUN', rest: 'ebb   flood' }]);
  expect(read('RUN ebb \\\n\n  flood')).toEqual([{ keyword: 'RUN', rest: 'ebb   flood', hasEmptyLine: true }]);
  expect(read('RUN ebb `\n  flood \\', '`')).toEqual([{ keyword: 'RUN', rest: 'ebb   flood \\' }]);
});

it('takes flags from the front, without their quotes', () => {
  expect(read('COPY --from=build --chown="a b" --chmod=\\7 a --b /c')).toEqual([
    { keyword: 'COPY', flags: ['--from=build', '--chown=a b', '--chmod=7'], rest: 'a --b /c' },
  ]);
  expect(read('FROM --platform=$BUILDPLATFORM debian')).toEqual([{ keyword: 'FROM', flags: ['--platform=$BUILDPLATFORM'], rest: 'debian' }]);
});

it('takes heredocs as they stand', () => {
  expect(read("RUN <<EOF\nebb\n# flood\n\nEOF\nCOPY <<-'A' <<B /srv/\n\ta\n\tA\nb\nB\nCMD tides")).toEqual([
    { keyword: 'RUN', rest: '<<EOF', heredocs: [{ expand: true, body: 'ebb\n# flood\n\n' }] },
    {
      keyword: 'COPY',
      rest: "<<-'A' <<B /srv/",
      heredocs: [
        { expand: false, body: 'a\n' },
        { expand: true, body: 'b\n' },
      ],
    },
    { keyword: 'CMD', rest: 'tides' },
  ]);
});
