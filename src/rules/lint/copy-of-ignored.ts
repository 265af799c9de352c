/**
 * A source of COPY or ADD that the ignore file leaves out: nothing of it reaches the builder. What raw text copies is not among what the file lets through,
 * unless a field names it as well, or `ignore` takes it back.
 */

import type { Instruction } from '../../ir/instruction.js';
import { shownText } from '../../text.js';
import { ignoredBy } from '../read/ignored-path.js';
import { expandedValue, expansions, type Expansion } from '../read/known-variables.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const copyOfIgnored = lintRule({
  name: 'copy-of-ignored',
  level: 'warning',
  summary: 'nothing is copied that "ignore" leaves out',
  why: 'The build fails with "not found", though the file is there; of a pattern, nothing is copied, without a word.',
  bad: { base: 'debian:bookworm-slim', copy: { 'notes.txt': '/opt/' }, ignore: ['*.txt'] },
  good: { base: 'debian:bookworm-slim', copy: { 'notes.txt': '/opt/' }, ignore: ['*.tmp'] },
  also: ['CopyIgnoredFile'],
  check: ({ stages, ignore }, { ignoreFile = ignore.join('\n') }) => {
    const isIgnored = ignoredBy(ignoreFile.split(/[\r\n]+/));
    return expansions(stages).flatMap((each) => checkText(each, isIgnored));
  },
});

function checkText(expansion: Expansion, isIgnored: (path: string) => boolean): readonly Finding[] {
  const { text, instruction } = expansion;
  if (!sourcesOf(instruction).includes(shownText(text))) return [];
  // What only the build knows is any name.
  const source = expandedValue(text, expansion) ?? text.map((part) => (typeof part === 'string' ? part : 'x')).join('');
  if (!isIgnored(source === '' ? '*' : source)) return [];
  return [
    {
      origin: instruction.origins[0]!,
      message: `"${shownText(text)}" is copied, and the ignore file leaves it out`,
      hint: `take it back, with "!${source}" at the end of ignore, or do not copy it`,
    },
  ];
}

function sourcesOf(instruction: Instruction): readonly string[] {
  if (instruction.kind === 'add') return instruction.sources.flatMap((source) => (source.type === 'archive' ? [source.path] : []));
  return instruction.kind === 'copy' && instruction.from === undefined ? instruction.sources.map(shownText) : [];
}
