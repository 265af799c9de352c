/** defectsTable(): docs/defects.md, made of the cases of defects/. */

import type { DefectCase } from './defects/defect-case.js';
import { defects, elsewhere } from './defects/index.js';

export function defectsTable(): string {
  const themes = Object.entries(defects).map(([theme, cases]) => `## ${theme}\n\n${table(cases.map(row))}`);
  const others = elsewhere.map(({ defect, behaviour, test }) => [defect, behaviour, `\`${test}\``]);
  return `# What goes wrong elsewhere

What generators of Dockerfiles were seen to make of ordinary input, and what imagewright makes of it. "compiled": the whole Dockerfile, or all that is told, is compared;
"and built": an engine builds it as well, and a container shows what arrived.

This page is made by \`test/docs.test.ts\` from the cases that \`test/defects-of-the-field.test.ts\` compiles and \`test/engine/defects-of-the-field.test.ts\` builds.

${themes.join('\n')}
## The command and its pages

${table(others)}`;
}

function row({ defect, behaviour, shown }: DefectCase): readonly string[] {
  return [defect, behaviour, shown === undefined ? 'compiled' : 'compiled and built'];
}

function table(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  return `| elsewhere | here | test |\n| --- | --- | --- |\n${lines.join('\n')}\n`;
}
