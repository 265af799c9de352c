/**
 * The sections of the README that are made from the project itself: what stands between `<!-- NAME -->` and `<!-- /NAME -->`.
 */

import { Project, SyntaxKind, type PropertySignature } from 'ts-morph';
import { families } from '../../src/bases/families/index.js';
import { commands } from '../../src/cli/commands/index.js';
import { passes } from '../../src/passes/index.js';
import type { Pass } from '../../src/passes/pass.js';
import { compile, defineImage } from '../../src/index.js';
import { presets } from '../../src/presets/index.js';

const example = `import { defineImage } from 'imagewright';

export default defineImage({
  name: 'word_count',
  version: '0.1',
  base: 'debian:bookworm-slim',
  apt: ['make', 'python3'],
  pip: ['numpy==2.2.6', 'snakemake==9.13.4'],
  workdir: '/opt/word_count',
  copy: { Snakefile: './', scripts: 'scripts/' },
  cmd: ['snakemake', '--cores', '1'],
});`;

/** The README with its sections made anew. */
export function renderReadme(text: string): string {
  return Object.entries(sections).reduce((result, [name, section]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, rest] = halves(result, start);
    const [, after] = halves(rest, end);
    return `${before}${start}\n${section()}\n${end}${after}`;
  }, text);
}

const sections: Readonly<Record<string, () => string>> = {
  example: exampleSection,
  fields: fieldsSection,
  presets: () =>
    table(
      ['preset', 'does'],
      Object.entries(presets).map(([name, { preset }]) => [`\`${name}\``, preset.summary ?? '']),
    ),
  passes: () =>
    Object.values<Pass>(passes)
      .map(({ name, summary, policies }) => `1. \`${name}\`: ${summary}${scope(policies)}`)
      .join('\n'),
  bases: () =>
    `${Object.keys(families)
      .map((name) => `\`${kebab(name)}\``)
      .join(', ')}.`,
  verbs: () =>
    table(
      ['verb', 'does'],
      Object.entries(commands).map(([name, { summary }]) => [`\`${name}\``, summary]),
    ),
};

function halves(text: string, marker: string): readonly [string, string] {
  const at = text.indexOf(marker);
  if (at === -1) throw new Error(`README.md has no ${marker}`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}

/** The definition of the example is evaluated from its own text, so that what is shown is what is compiled. */
function exampleSection(): string {
  const body = example.slice(example.indexOf('defineImage('));
  const definition = new Function('defineImage', `return ${body}`)(defineImage) as Parameters<typeof compile>[0];
  const compiled = compile(definition);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const cell = (title: string, code: string, language: string) =>
    `<td valign="top">\n\n\`${title}\`\n\n\`\`\`${language}\n${code.trimEnd()}\n\`\`\`\n\n</td>`;
  return `<table><tr>\n${cell('image.ts', example, 'ts')}\n${cell('Dockerfile', compiled.dockerfile, 'dockerfile')}\n</tr></table>`;
}

/** The documentation of the types is the manual: the first sentence of each field, and its first example. */
function fieldsSection(): string {
  const source = new Project({ skipAddingFilesFromTsConfig: true }).addSourceFileAtPath('src/spec/types.ts');
  const members = (name: string) =>
    source
      .getInterfaceOrThrow(name)
      .getProperties()
      .filter((property) => property.getTypeNode()?.getText() !== 'never');
  const stage = ['StageFields', 'Managers', 'Unordered', 'Ordered'].flatMap(members);
  const further = source.getTypeAliasOrThrow('FurtherStages').getTypeNodeOrThrow().asKindOrThrow(SyntaxKind.TypeLiteral).getProperties();
  const base = ['`base`', sentenceOf(source.getTypeAliasOrThrow('Base').getJsDocs()[0]?.getDescription() ?? ''), "`'debian:bookworm-slim'`"];
  return [
    'Of a stage, and so of the image itself, which is the last stage:',
    table(['field', 'says', 'for example'], [base, ...stage.map(fieldRow)]),
    'Of the image besides:',
    table(['field', 'says', 'for example'], [...members('ImageFields'), ...further].map(fieldRow)),
  ].join('\n\n');
}

function fieldRow(property: PropertySignature): readonly string[] {
  const doc = property.getJsDocs()[0];
  if (doc === undefined) return [`\`${property.getName()}\``, '', ''];
  const sample =
    doc
      .getTags()
      .find((tag) => tag.getTagName() === 'example')
      ?.getCommentText() ?? '';
  return [`\`${property.getName()}\``, sentenceOf(doc.getDescription()), sample === '' ? '' : `\`${sample.trim()}\``];
}

function sentenceOf(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  // What stands between backticks is one word, whatever is in it.
  return (/^(?:`[^`]*`|[^`])*?[.:](?=\s|$)/.exec(flat)?.[0] ?? flat).replace(/[.:]$/, '');
}

function scope(policies: readonly string[]): string {
  return policies.length === 3 ? '' : ` (${policies.map((policy) => `\`${policy}\``).join(', ')})`;
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
