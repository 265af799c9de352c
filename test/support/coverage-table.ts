/** coverageTable(): docs/coverage.md, made of the cases of instruction-cases.ts. */

import type { PartialDefinition } from '../../src/spec/types.js';
import type { InstructionCase, Shown } from './instruction-cases.js';

export function coverageTable(cases: readonly InstructionCase[]): string {
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

## The definitions

${sections.join('\n')}`;
}

function readBack(shown: Shown): string {
  if ('config' in shown) return `image: ${Object.keys(shown.config).join(', ')}`;
  if ('script' in shown) return `container: ${code(shown.script)}`;
  return 'check' in shown ? '`docker build --check`, with another base in its place' : `refused before frontend 1.20: ${code(shown.refused)}`;
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
