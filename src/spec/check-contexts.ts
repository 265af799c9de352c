/** Checks that contexts which files are taken from are declared under `contexts`, and that none of them has the name of a stage, which it would replace. */

import type { Report } from '../diagnostics.js';
import { didYouMean } from './did-you-mean.js';
import type { Layer } from './layers.js';
import { entries, said } from './said.js';
import type { StageParts } from './stage-parts.js';
import { contextReferences } from './stage-references.js';

export function checkContexts(layers: readonly Layer[], stages: readonly StageParts[], report: Report): void {
  const contexts = entries(said(layers, 'contexts'));
  const known = contexts.map(({ name }) => name);
  for (const { name, origin } of contexts) {
    if (!stages.some((stage) => stage.name === name)) continue;
    report.error('context-as-stage', origin, {
      message: `"${name}" is a stage of this definition, too, and the builder would take the context in its place`,
      hint: 'give one of them another name',
    });
  }
  for (const { value, origin } of stages.flatMap(({ parts }) => contextReferences(parts))) {
    if (known.includes(value)) continue;
    report.error('unknown-context', origin, {
      message: `there is no context "${value}"`,
      hint: didYouMean(value, known) ?? `declare it: contexts: { ${/^[a-z]\w*$/.test(value) ? value : `'${value}'`}: '../${value}' }`,
    });
  }
}
