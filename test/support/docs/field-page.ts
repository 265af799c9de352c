/** fieldPage(): docs/fields/NAME.md: what a field does, its examples with what they become, and the tables of its long forms. */

import { biggerExamples, wholeExample } from './example-contexts.js';
import type { ExplainedType, Field, Member } from './manual.js';
import { exampleSection, workedExample } from './worked-example.js';

export interface Neighbours {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** The page of the package manager of the same name. */
  readonly manager?: string | undefined;
}

export async function fieldPage(field: Field, neighbours: Neighbours): Promise<string> {
  const { name, itself } = field;
  return page([
    `# \`${name}\``,
    ...introduction(field),
    `**Type:** ${itself?.type ?? (itself === undefined ? field.type : `an object: [${itself.name}](#${itself.name.toLowerCase()})`)}.`,
    field.default === undefined ? '' : `**Default:** ${defaultText(field.default)}.`,
    '## Examples',
    ...(await exampleSections(field)),
    ...typeSections(itself !== undefined && isObject(itself) ? [itself, ...field.types] : field.types),
    errorSection(field),
    linkLine(neighbours),
  ]);
}

/** What is said of the field and of its type; what both say once. */
export function introduction({ text, itself }: Field): readonly string[] {
  if (itself === undefined || isObject(itself)) return [text];
  return itself.text.startsWith(text.replace(/\.$/, '')) ? [itself.text] : [text, itself.text];
}

/** Objects have fields; of other types it is said what they may be. */
function isObject(type: ExplainedType): boolean {
  return type.type === undefined;
}

export function page(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

export interface TitledExample {
  /** Empty where the example says it all. */
  readonly title: string;
  /** The fields of a whole definition. */
  readonly fields: string;
}

/** Of a field, of the fields of its long form, and bigger ones. */
export function examplesOf(field: Field): readonly TitledExample[] {
  const own = [...new Set([...field.examples, ...(field.itself?.examples ?? [])])];
  const inner = longForms(field).flatMap(({ members }) => members);
  const all = [
    ...own.map((example) => ({ title: '', fields: wholeExample(field.name, example) })),
    ...inner.flatMap(({ name, examples }) =>
      examples.map((example) => ({ title: `With \`${name}\``, fields: wholeExample(`${field.name}.${name}`, example) })),
    ),
    ...(biggerExamples[field.name] ?? []),
  ];
  return all.filter(({ fields }, index) => all.findIndex((other) => other.fields === fields) === index);
}

/** The objects that a field may be itself. */
function longForms({ itself, type, types }: Field): readonly ExplainedType[] {
  if (itself !== undefined && isObject(itself)) return [itself];
  const said = itself?.type ?? type;
  return types.filter(({ name }) => new RegExp(`(?<!of )\\[${name}\\]`).test(said));
}

async function exampleSections(field: Field): Promise<readonly string[]> {
  const sections = examplesOf(field).map(async ({ title, fields }) => {
    const shown = exampleSection(await workedExample(fields));
    return title === '' ? shown : `### ${title}\n\n${shown}`;
  });
  return Promise.all(sections);
}

function typeSections(types: readonly ExplainedType[]): readonly string[] {
  return types.length === 0 ? [] : ['## Its parts', ...types.map(typeSection)];
}

export function typeSection({ name, text, type, like, members, examples }: ExplainedType): string {
  return [
    `### ${name}`,
    text,
    type === undefined || isPattern(type) ? '' : `**Type:** ${type}.`,
    like === undefined ? '' : `It has a \`kind\`, and the fields of [${like.name}](${like.page}).`,
    like === undefined && members.length > 0 ? memberTable(members) : '',
    ...examples.map((example) => `For example \`${example}\`.`),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Of what a text looks like, the words say more. */
function isPattern(type: string): boolean {
  return type.includes("'…");
}

function memberTable(members: readonly Member[]): string {
  const rows = members.map((member) => {
    const given = member.default === undefined ? (member.isOptional ? '' : 'must be there') : defaultText(member.default);
    return `| \`${member.name}\` | ${[member.type, given, member.text].map(cell).join(' | ')} |`;
  });
  return ['| field | is | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Literals as code, words as they are. */
function defaultText(given: string): string {
  return /^(?:true|false|-?\d+|\[.*\]|\/\S*|'[^']*')$/.test(given) ? `\`${given}\`` : given;
}

/** In one line, lists too. */
export function cell(text: string): string {
  return text
    .replaceAll(/:?\n+- /g, ' · ')
    .replaceAll(/\s*\n+\s*/g, ' ')
    .replaceAll('|', '\\|');
}

/** Codes that the documentation of the field and of its parts names, in the order of the alphabet, each with the parts that can be told so. */
function errorSection(field: Field): string {
  const types = [...(field.itself ? [field.itself] : []), ...field.types].filter(({ like }) => like === undefined);
  const said = [
    { place: field.name, text: field.text },
    ...types.map(({ text }) => ({ place: field.name, text })),
    ...types.flatMap(({ members }) => members.map(({ name, text }) => ({ place: name, text }))),
  ];
  const places = new Map<string, Set<string>>();
  for (const { place, text } of said) for (const code of codesIn(text)) places.set(code, (places.get(code) ?? new Set()).add(place));
  const lines = [...places]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, of]) => `- \`${code}\`: ${[...of].map((place) => `\`${place}\``).join(', ')}`);
  return lines.length === 0
    ? ''
    : ['## What may be wrong', '', 'Codes of errors and warnings, with the parts that they are told of:', '', ...lines].join('\n');
}

/** `Errors: \`a\` (why), \`b\``: those that follow the word. */
function codesIn(text: string): readonly string[] {
  const sentences = [...text.matchAll(/\b(?:error|warning)s?(?: and warnings?)?:? ((?:`[a-z-]+`(?: \([^)]*\))?(?:, | and | or )?)+)/gi)];
  return sentences.flatMap(([, codes]) => [...codes!.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code!));
}

function linkLine({ before, after, manager }: Neighbours): string {
  const link = (name: string) => `[\`${name}\`](${name}.md)`;
  const parts = [
    ...(before === undefined ? [] : [`← ${link(before)}`]),
    '[all fields](README.md)',
    ...(manager === undefined ? [] : [`[how ${manager} is used](../managers/${manager}.md)`]),
    ...(after === undefined ? [] : [`${link(after)} →`]),
  ];
  return `---\n\n${parts.join(' · ')}`;
}
