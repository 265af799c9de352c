/** takenFiles(): the files of the build context that end in a layer, with the instruction that takes them along with a folder or a pattern; those that it names are not among them. */

import type { Add, Copy } from '../../ir/instruction.js';
import type { Program } from '../../ir/program.js';
import { shownText } from '../../text.js';
import type { LintFacts, SourceFacts } from '../lint/lint-facts.js';

export interface TakenFile {
  readonly path: string;
  readonly size: number;
  readonly by: Copy | Add;
  readonly source: string;
}

export function takenFiles({ stages }: Program, { sources = {} }: LintFacts): readonly TakenFile[] {
  return stages.flatMap(({ instructions }) =>
    instructions.flatMap((by) => {
      if (by.kind !== 'copy' && by.kind !== 'add') return [];
      return sourcesOf(by).flatMap((source) => filesOf(sources[source]).flatMap((file) => (file.path === source ? [] : [{ ...file, by, source }])));
    }),
  );
}

function filesOf(source: SourceFacts | undefined): SourceFacts['files'] {
  return source?.files ?? [];
}

function sourcesOf(instruction: Copy | Add): readonly string[] {
  if (instruction.kind === 'add') return instruction.sources.flatMap((source) => (source.type === 'archive' ? [source.path] : []));
  return instruction.from === undefined ? instruction.sources.map(shownText) : [];
}
