/** managerPage(): docs/managers/NAME.md: what a package manager is asked to do, under each policy for layers, and how that is proven. */

import { realInstalls, provenBy } from '../real-installs.js';
import { introduction, page } from './field-page.js';
import { table } from './field-table.js';
import { managerExamples } from './manager-examples.js';
import type { Field } from './manual.js';
import { compiledWell, dockerfileOf, exampleSection, fenced, workedExample } from './worked-example.js';

/** Fields that ask for packages. */
export const managers: readonly string[] = [...new Set(realInstalls.map(({ field }) => field))];

export async function managerPage(field: Field): Promise<string> {
  const { usual, more } = managerExamples[field.name]!;
  const sections = more.map(async ({ title, fields }) => `## ${title}\n\n${exampleSection(await workedExample(fields))}`);
  return page([
    `# ${namesOf(field.name)}`,
    ...introduction(field),
    `What the field [\`${field.name}\`](../fields/${field.name}.md) becomes, for what most images want, and for what is particular to it.`,
    ...(await policySections(usual)),
    ...(await Promise.all(sections)),
    '## How it is proven',
    provenTable(field.name),
    `---\n\n[all package managers](README.md) · [the field \`${field.name}\`](../fields/${field.name}.md)`,
  ]);
}

/** `npm, pnpm, yarn and bun`. */
export function namesOf(field: string): string {
  const names = [...new Set(realInstalls.filter((row) => row.field === field).map(({ manager }) => manager))];
  return listed(names);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

async function policySections(usual: string): Promise<readonly string[]> {
  const example = await workedExample(usual);
  const under = (layers: 'fewest' | 'as-written') => dockerfileOf(compiledWell(example.definition, usual, layers));
  const kept = [...dockerfileOf(example.result).matchAll(/--mount=type=cache,target=([^,\s]+)/g)].map(([, folder]) => folder!);
  const folders = listed([...new Set(kept)].map((folder) => `\`${folder}\``));
  return [
    '## With caches',
    `By default (\`layers: 'cache'\`) ${folders === '' ? 'it needs none' : `the builder keeps ${folders} between builds; the image has nothing of that`}.`,
    exampleSection(example),
    '## In few layers',
    "With `layers: 'fewest'` nothing is kept between builds, and the image has nothing of what was downloaded.",
    fenced('dockerfile', under('fewest')),
    '## As it is written',
    "With `layers: 'as-written'` nothing is merged, moved, mounted or cleaned.",
    fenced('dockerfile', under('as-written')),
  ];
}

function provenTable(field: string): string {
  const rows = realInstalls.filter((row) => row.field === field).map(({ manager, what, proof }) => [manager, what, provenBy(proof, '../..')]);
  return table(['manager', 'what', 'how'], rows);
}

/** Whether tests install with it, in a word or two. */
export function proofOf(field: string): string {
  const kinds = new Set(realInstalls.filter((row) => row.field === field).map(({ proof }) => proof.kind));
  const words = { public: 'installed from its registry', own: 'installed from a registry of the test', check: 'checked, not installed' };
  return (['public', 'own', 'check'] as const)
    .filter((kind) => kinds.has(kind))
    .map((kind) => words[kind])
    .join('; ');
}
