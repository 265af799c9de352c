/** coverageTable(): docs/coverage.md, made of the cases of instruction-cases.ts and of the rows of real-installs.ts. */

import type { PartialDefinition } from '../../src/spec/types.js';
import type { InstructionCase, Shown } from './instruction-cases.js';
import type { Proof, RealInstall } from './real-installs.js';

export function coverageTable(cases: readonly InstructionCase[], installs: readonly RealInstall[]): string {
  const rows = cases.map(({ row, emitted, shown, buildah }) => {
    return `| ${[row, code(emitted), readBack(shown), buildah ?? 'no'].map(cell).join(' | ')} |`;
  });
  const sections = cases.map(
    ({ row, definition, emitted }) => `### ${row}\n\n\`\`\`ts\n${source(definition)}\n\`\`\`\n\n\`\`\`dockerfile\n${emitted}\n\`\`\`\n`,
  );
  return `# The Dockerfile language: what is written, and what the engine reads

Every instruction and flag, the lines that imagewright writes for it, and how a build of Docker 28.5 (frontend 1.19) shows that it was read so. "Buildah" is the
first version of Buildah that has it; what a target cannot do is an error that says so.

This page is made by \`test/docs.test.ts\` from the cases that \`test/engine/coverage.test.ts\` builds.

| row | Dockerfile | read back | Buildah |
| --- | --- | --- | --- |
${rows.join('\n')}

## Package managers

What tests install on the engine, and run in a container. A registry that the tests cannot reach is never pretended: either the test makes one, or nothing is
installed, and the engine checks the Dockerfile alone.

| field | manager | what | how it is proven |
| --- | --- | --- | --- |
${installs.map(({ field, manager, what, proof }) => `| \`${field}\` | ${manager} | ${what} | ${provenBy(proof)} |`).join('\n')}

## The definitions

${sections.join('\n')}`;
}

function readBack(shown: Shown): string {
  if ('config' in shown) return `image: ${Object.keys(shown.config).join(', ')}`;
  if ('script' in shown) return `container: ${code(shown.script)}`;
  return 'check' in shown ? '`docker build --check`, with another base in its place' : `refused before frontend 1.20: ${code(shown.refused)}`;
}

function provenBy(proof: Proof): string {
  if (proof.kind === 'check') return 'not installed: `docker build --check`, with other images in the place of those that are out of reach';
  const from = proof.kind === 'public' ? 'its public registry' : 'a registry that the test makes';
  return `installed from ${from}, and run: [${proof.test.replace(/.*\//, '')}](../${proof.test})`;
}

function code(text: string): string {
  return text
    .split('\n')
    .map((line) => `<code>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('*', '&#42;').replaceAll('_', '&#95;')}</code>`)
    .join('<br>');
}

function cell(text: string): string {
  return text.replaceAll('|', '&#124;');
}

/** Plain data, as image.json has it: the helpers return no more. */
function source(definition: PartialDefinition): string {
  return JSON.stringify(definition, null, 2);
}
