/**
 * The sections of the README that are made from the project itself: what stands between `<!-- NAME -->` and `<!-- /NAME -->`.
 */

import { families } from '../../src/bases/families/index.js';
import { commands } from '../../src/cli/commands/index.js';
import { passes } from '../../src/passes/index.js';
import type { Pass } from '../../src/passes/pass.js';
import { compile, defineImage } from '../../src/index.js';
import { presets } from '../../src/presets/index.js';
import { fieldTables, table } from './docs/field-table.js';
import { fields } from './docs/manual.js';

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
  fields: () => fieldTables(fields(), 'docs/fields/'),
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

function scope(policies: readonly string[]): string {
  return policies.length === 3 ? '' : ` (${policies.map((policy) => `\`${policy}\``).join(', ')})`;
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
