/** helpText(): a manual as text for a terminal, 100 columns wide whatever the terminal has: it is made once, when the package is built. */

import type { Entry, ManualPage, Section } from './manual.js';

const WIDTH = 100;

/** A term that is longer has its text on the next line. */
const LONGEST_TERM = 26;

export function helpText({ name, summary, usage, about, sections, seeAlso }: ManualPage): string {
  const blocks = [
    `${name}: ${summary}`,
    `Usage:\n  ${usage}`,
    ...about.map((paragraph) => wrap(paragraph, '  ').join('\n')),
    ...sections.map(sectionText),
    ...(seeAlso === '' ? [] : [`See also:\n${wrap(seeAlso, '  ').join('\n')}`]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionText({ title, entries }: Section): string {
  // Command lines stand above what they do.
  if (title === 'Examples') return `${title}:\n${entries.map(({ term, text }) => entryText(term, text, 4)).join('\n')}`;
  const terms = entries.map((entry) => aligned(entry, entries));
  const width = Math.max(...terms.map((term) => (term.length > LONGEST_TERM ? 0 : term.length)));
  return `${title}:\n${entries.map((entry, index) => entryText(terms[index]!, entry.text, width)).join('\n')}`;
}

/** Options without a letter stand below those that have one. */
function aligned({ term }: Entry, entries: readonly Entry[]): string {
  const hasLetters = entries.some((entry) => /^-[a-z], /.test(entry.term));
  return hasLetters && term.startsWith('--') ? `    ${term}` : term;
}

function entryText(term: string, text: string, width: number): string {
  const indent = ' '.repeat(width + 4);
  const lines = wrap(text, indent);
  if (term.length > width) return [`  ${term}`, ...lines].join('\n');
  return [`  ${term.padEnd(width)}  ${lines[0]!.trimStart()}`, ...lines.slice(1)].join('\n');
}

function wrap(text: string, indent: string): readonly string[] {
  return text.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH) return [...lines, indent + word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}
