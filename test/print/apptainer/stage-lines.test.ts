/** No string of the author's becomes a section, a line or a command of its own; each is read back as it was, by Apptainer's rules and by a real shell. */

import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport, hasErrors } from '../../../src/diagnostics.js';
import { compile, type ImageDefinition } from '../../../src/index.js';
import { printApptainer } from '../../../src/print/apptainer.js';
import { shellWord } from '../../../src/shell-word.js';
import { nastyString, pieces } from '../../support/nasty-strings.js';
import { fileLines, readDefinition } from '../../support/read-definition.js';

const odd = fc.oneof(
  nastyString,
  fc
    .array(
      fc.constantFrom(
        ...pieces,
        '{{ x }}',
        '{{{y}}}',
        '%post',
        '\n%files',
        '\n\u0085%help',
        '\r\n',
        '\n  %labels',
        '\nBootstrap: x',
        'bootstrap:',
        '{{',
      ),
      {
        maxLength: 6,
      },
    )
    .map((list) => list.join('')),
);

/** Undefined where either printer refuses it. */
function print(definition: ImageDefinition): string | undefined {
  const compiled = compile(definition, { layers: 'fewest' });
  if (!compiled.ok) return undefined;
  const report = createReport();
  const text = printApptainer(compiled.program, { comments: true }, report);
  return hasErrors(report.diagnostics) ? undefined : text;
}

function onlyStage(text: string): ReadonlyMap<string, string> {
  const stages = readDefinition(text);
  expect(stages.map(({ header }) => header)).toEqual([{ bootstrap: 'docker', from: 'debian:bookworm-slim' }]);
  return stages[0]!.sections;
}

const isCarried = (value: string) => print({ base: 'debian:bookworm-slim', env: { A: value } }) !== undefined;
const isArgument = (value: string) => print({ base: 'debian:bookworm-slim', cmd: ['a', value] }) !== undefined;
const shell = (script: string, words: readonly string[] = []) => execFileSync('sh', ['-e', '-c', script, 'sh', ...words], { encoding: 'utf8' });

describe('a string of the author', () => {
  it('is read back from a variable and from the words of a command', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(odd, { minLength: 30, maxLength: 30 }), (all) => {
        const [values, words] = [all.filter(isCarried), all.filter(isArgument)];
        const env = Object.fromEntries(values.map((value, index) => [`V${index}`, value]));
        const text = print({ base: 'debian:bookworm-slim', env, entrypoint: ['printf', '%s\\0', ...words], cmd: ['last', ...words] })!;
        const sections = onlyStage(text);
        expect([...sections.keys()]).toEqual(values.length > 0 ? ['post', 'environment', 'runscript'] : ['runscript']);
        const names = values.map((_, index) => `"$V${index}"`).join(' ');
        for (const section of ['post', 'environment'])
          expect(
            shell(`${sections.get(section) ?? ''}\nprintf '%s\\0' ${names}`)
              .split('\0')
              .slice(0, -1),
          ).toEqual(values.length > 0 ? values : ['']);
        expect(shell(sections.get('runscript')!).split('\0').slice(0, -1)).toEqual([...words, 'last', ...words]);
        expect(shell(sections.get('runscript')!, ['given']).split('\0').slice(0, -1)).toEqual([...words, 'given']);
        read += values.length + words.length;
      }),
      { numRuns: 15 },
    );
    expect(read).toBeGreaterThan(300);
  });

  it('is an argument of a run, in every form, and nothing else', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(odd, { minLength: 20, maxLength: 20 }), (all) => {
        const words = all
          .filter(isArgument)
          .filter((value) => print({ base: 'debian:bookworm-slim', run: [`printf '%s\\0' ${shellWord(value)}`] }) !== undefined);
        const run = words.flatMap((word) => [
          { script: ['printf', '%s\\0', word] },
          `printf '%s\\0' ${shellWord(word)}`,
          `x=1\nprintf '%s\\0' ${shellWord(word)}`,
        ]);
        if (words.length === 0) return;
        const sections = onlyStage(print({ base: 'debian:bookworm-slim', run })!);
        expect([...sections.keys()]).toEqual(['post']);
        expect(shell(sections.get('post')!).split('\0').slice(0, -1)).toEqual(words.flatMap((word) => [word, word, word]));
        read += words.length;
      }),
      { numRuns: 10 },
    );
    expect(read).toBeGreaterThan(50);
  });

  it('is a label, or the name of a file, or a comment, or is refused', () => {
    fc.assert(
      fc.property(odd, odd, odd, (label, source, content) => {
        const text = print({
          base: 'debian:bookworm-slim',
          labels: { note: label },
          copy: [{ from: [source], to: '/a/' }],
          files: { '/b': { content } },
        });
        if (text === undefined) return;
        const sections = onlyStage(text);
        expect([...sections.keys()]).toEqual(['files', 'post', 'labels']);
        expect(sections.get('labels')!.trim()).toBe(`note ${label}`.trim());
        expect(fileLines(sections.get('files'))).toHaveLength(1);
        expect(spawnSync('sh', ['-n'], { input: sections.get('post'), encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
      }),
      { numRuns: 250 },
    );
  });
});
