/** A Snakemake workflow: the preset that is for it. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { sourceText } from '../../load/source-text.js';
import type { FoundFolder, InferredFields } from './found-folder.js';
import { pythonVersion, requirementsFile } from './infer-python.js';

const PARTS = ['Snakefile', 'workflow', 'config', 'scripts', 'rules', 'data', 'resources'];

export function inferSnakemake(folder: FoundFolder): InferredFields | undefined {
  if (!folder.has('Snakefile') && !folder.has('workflow/Snakefile')) return undefined;
  const workflow = PARTS.filter((name) => statSync(join(folder.path, name), { throwIfNoEntry: false }) !== undefined);
  folder.remarks.push(`found a Snakemake workflow: the preset pythonSnakemake, with ${workflow.join(', ')}; add what else it reads`);
  const version = pythonVersion(folder);
  const requirements = requirementsFile(folder);
  const options = { ...version, workflow, ...(requirements === undefined ? {} : { requirements: [requirements] }) };
  return { fields: {}, presets: `[pythonSnakemake(${sourceText(options, '  ')})]` };
}
