/**
 * A file whose content stands in the Dockerfile: COPY of a heredoc, quoted so that nothing in it is touched, unless the builder is to expand its variables.
 *
 *     COPY --chmod=0755 <<'EOF' /usr/local/bin/hello
 *     #!/bin/sh
 *     echo hello
 *     EOF
 *
 * Refuses a target with a blank (a heredoc's target can be neither quoted nor JSON), one that names a folder, and content that does not end with a newline.
 */

import type { File } from '../../ir/instruction.js';
import { carryFault, shown } from '../carry.js';
import { heredoc } from '../heredoc.js';
import type { Fault, PrintContext, PrintedLine } from '../line.js';
import { ownerFaults, rightsFlags } from '../owner-faults.js';
import { barePath, expandableBody } from '../quote.js';

export function printFile(file: File, context: PrintContext): readonly PrintedLine[] {
  const { to, content, expand, origins } = file;
  for (const fault of [targetFault(to), contentFault(content), ...ownerFaults(file)]) context.refuse(origins[0]!, fault);
  const { delimiter, lines } = heredoc(expand ? expandableBody(content, context.escape) : content, origins);
  const opening = expand ? `<<${delimiter}` : `<<'${delimiter}'`;
  return [{ text: ['COPY', ...rightsFlags(file), opening, barePath(to, context.escape)].join(' '), origins }, ...lines];
}

function targetFault(to: string): Fault | undefined {
  const fault = carryFault(to, { name: 'the path of a file', alphabet: 'line', hint: 'choose a path of plain characters' });
  if (fault || /^[^\s\u0085<]*[^\s\u0085<\/]$/.test(to)) return fault;
  return {
    message: `${shown(to)} cannot be the path of a file that stands in the Dockerfile`,
    hint: 'name a file, without blanks and "<", or copy it from the context',
  };
}

function contentFault(content: string): Fault | undefined {
  const fault = carryFault(content, { name: 'the content of a file', alphabet: 'script' });
  if (fault || content === '' || content.endsWith('\n')) return fault;
  return {
    message: `${shown(content)} does not end with a newline, which a file that stands in the Dockerfile must`,
    hint: 'copy it from the context',
  };
}
