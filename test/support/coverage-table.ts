/** coverageTable(): docs/coverage.md, made of the cases of instruction-cases.ts and of the rows of real-installs.ts. */

import type { PartialDefinition } from '../../src/spec/types.js';
import { all, type InstructionCase, type Shown } from './instruction-cases.js';
import { provenBy, type RealInstall } from './real-installs.js';

export function coverageTable(cases: readonly InstructionCase[], installs: readonly RealInstall[]): string {
  const rows = cases.map(({ row, emitted, shown, buildah }) => {
    return `| ${[row, code(emitted), readBack(shown), buildah === all ? 'all' : (buildah ?? 'none')].map(cell).join(' | ')} |`;
  });
  const sections = cases.map(
    ({ row, definition, emitted }) => `### ${row}\n\n\`\`\`ts\n${source(definition)}\n\`\`\`\n\n\`\`\`dockerfile\n${emitted}\n\`\`\`\n`,
  );
  return `# The Dockerfile language: what is written, and what the engine reads

Every instruction and flag, the lines that imagewright writes for it, and how a build of Docker 28.5 (frontend 1.19) shows that it was read so. "Buildah" is the
first version of Buildah that builds the definition, in another form where it lacks this one (see targets.md); before it, and for "none", the definition is refused with what
has it.

This page is made by \`test/docs.test.ts\` from the cases that \`test/engine/coverage.test.ts\` builds with Docker, and \`test/engine/buildah.test.ts\` with
Debian's Buildahs, 1.28 and 1.43.

| row | Dockerfile | read back | Buildah |
| --- | --- | --- | --- |
${rows.join('\n')}

## Package managers

What tests install on the engine, and run in a container. A registry that the tests cannot reach is never pretended: either the test makes one, or nothing is
installed, and the engine checks the Dockerfile alone.

| field | manager | what | how it is proven |
| --- | --- | --- | --- |
${installs.map(({ field, manager, what, proof }) => `| \`${field}\` | ${manager} | ${what} | ${provenBy(proof, '..')} |`).join('\n')}

## The definitions

${sections.join('\n')}`;
}

function readBack(shown: Shown): string {
  if ('config' in shown) return `image: ${Object.keys(shown.config).join(', ')}`;
  if ('script' in shown) return `container: ${code(shown.script)}`;
  if ('check' in shown) return '`docker build --check`, with another base in its place';
  return `refused ${shown.labs ? 'but by labs frontends' : 'before frontend 1.20'}: ${code(shown.refused)}`;
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
