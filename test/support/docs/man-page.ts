/** manPage(): docs/imagewright.1, for `man imagewright`: the manuals of the command and of all verbs, which `--help` prints too. */

import packageJson from '../../../package.json' with { type: 'json' };
import { commands } from '../../../src/cli/commands/index.js';
import { manualOf, type ManualPage, type Section, type Verb } from '../../../src/cli/help/manual.js';

/** Said once for all verbs. */
const SHARED = ['With every verb', 'Environment'];

export function manPage(): string {
  const overview = manualOf(undefined);
  const verbs = (Object.keys(commands) as Verb[]).map((verb) => manualOf(verb));
  const lines = [
    '.\\" Made by test/docs.test.ts from the tables of verbs and options.',
    `.TH IMAGEWRIGHT 1 "" "imagewright ${packageJson.version}" "User Commands"`,
    ...['.SH NAME', `${roff(overview.name)} \\- ${roff(overview.summary)}`],
    ...['.SH SYNOPSIS', bold(overview.usage)],
    ...['.SH DESCRIPTION', ...overview.about.flatMap((text) => ['.PP', roff(text)])],
    ...overview.sections
      .filter(({ title }) => title !== 'Environment' && title !== 'Files' && title !== 'Exit codes')
      .flatMap((section) => sectionLines(section)),
    ...verbs.flatMap(verbLines),
    ...overview.sections
      .filter(({ title }) => title === 'Environment' || title === 'Files' || title === 'Exit codes')
      .flatMap((section) => sectionLines(section)),
    ...[
      '.SH SEE ALSO',
      roff('docker(1), podman(1), buildah(1), pre-commit(1); ') + roff(packageJson.name),
      '.br',
      roff('The manual of the language: docs/ of the package.'),
    ],
  ];
  return `${lines.join('\n')}\n`;
}

function verbLines({ name, summary, usage, about, sections, seeAlso }: ManualPage): readonly string[] {
  const own = sections.filter(({ title }) => !SHARED.includes(title) && title !== 'Exit codes');
  return [
    `.SH ${roff(name).toUpperCase()}`,
    roff(`${summary[0]!.toUpperCase()}${summary.slice(1)}.`),
    ...['.PP', bold(usage)],
    ...about.flatMap((text) => ['.PP', roff(text)]),
    ...own.flatMap((section) => sectionLines(section, '.SS')),
    ...(seeAlso === '' ? [] : ['.PP', roff(`See also: ${seeAlso}`)]),
  ];
}

function sectionLines({ title, entries }: Section, macro = '.SH'): readonly string[] {
  return [`${macro} ${roff(macro === '.SH' ? title.toUpperCase() : title)}`, ...entries.flatMap(({ term, text }) => ['.TP', bold(term), roff(text)])];
}

function bold(text: string): string {
  return `\\fB${roff(text)}\\fR`;
}

/** A line of text, whatever is in it. */
function roff(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '...')
    .replaceAll('~', '\\(ti')
    .replaceAll('^', '\\(ha')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga');
  return escaped.startsWith('.') ? `\\&${escaped}` : escaped;
}
