/**
 * checkRequirements(): what requirements and constraints files read that pip, inside the build, is not given: an error before the build, rather than in its midst.
 *
 *     -r base.txt     requirements.txt:1:4 error: "base.txt" is read by requirements.txt, and pip is not given it   (unread-requirements)
 *     -e .            requirements.txt:2:4 error: "." is installed by requirements.txt, and pip is not given it   (local-requirement)
 *
 * Absolute paths are left alone: the base may have them.
 */

import { join } from 'node:path';
import * as posix from 'node:path/posix';
import type { ImageSpec, PipSpec } from '../spec/spec.js';
import type { Fault } from './fault.js';
import { sourceText } from '../load/source-text.js';
import { readText } from './write.js';

interface Line {
  /** Relative to the context, with `/`. */
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  /** 1-based. */
  readonly number: number;
}

export function checkRequirements(specs: readonly ImageSpec[], folder: string): readonly Fault[] {
  const requests = specs.flatMap(({ stages }) => stages.flatMap(({ pip }) => pip ?? []));
  const faults = requests.flatMap((pip) => filesOf(pip).flatMap((name) => linesOf(name, folder).flatMap((line) => lineFault(line, pip) ?? [])));
  const key = ({ message, place }: Fault) => `${place?.line} ${message}`;
  return [...new Map(faults.map((fault) => [key(fault), fault])).values()];
}

function filesOf({ requirements, constraints }: PipSpec): readonly string[] {
  return [...requirements, ...constraints].map(({ value }) => posix.normalize(value));
}

/** A file that is not there has been reported. */
function linesOf(name: string, folder: string): readonly Line[] {
  const file = join(folder, name);
  const lines = (readText(file) ?? '').replace(/^\ufeff/, '').split(/\r?\n/);
  return lines.map((text, index) => ({ name, file, text, number: index + 1 }));
}

function lineFault(line: Line, pip: PipSpec): Fault | undefined {
  const [, option = '', read] = /^\s*(-r|--requirement|-c|--constraint)[\s=]*([^\s=].*?)(?:\s+#.*)?\s*$/.exec(line.text) ?? [];
  if (read !== undefined) return readFault(line, { read, pip, constraint: option.replace(/^-+/, '').startsWith('c') });
  const local =
    /^\s*(?:-e|--editable)[\s=]*([^\s=#]+)/.exec(line.text)?.[1] ??
    /^\s*(\.{1,2}(?:[/[][^\s;#]*)?|[^\s:@#;-][^\s:@#;]*\.(?:whl|zip|tar\.gz))\s*(?:[;#]|$)/.exec(line.text)?.[1];
  if (local === undefined || isElsewhere(local)) return undefined;
  const hint = "take the line out, and install what is copied in a run: run: ['pip install /opt/app']";
  return fault(line, { code: 'local-requirement', named: local, verb: 'installed', hint });
}

function readFault(
  line: Line,
  { read, pip, constraint }: { readonly read: string; readonly pip: PipSpec; readonly constraint: boolean },
): Fault | undefined {
  const named = read.replace(/^(["'])(.*)\1$/, '$2');
  const target = posix.join(posix.dirname(line.name), named);
  if (isElsewhere(named) || filesOf(pip).includes(target)) return undefined;
  const list = [...(constraint ? pip.constraints : pip.requirements).map(({ value }) => value), target];
  const hint = `name it too: ${constraint ? 'constraints' : 'requirements'}: ${sourceText(list)}`;
  return fault(line, { code: 'unread-requirements', named, verb: 'read', hint });
}

/** At an address, in the image, or where a variable says. */
function isElsewhere(path: string): boolean {
  return path.includes('://') || path.startsWith('/') || path.includes('${');
}

function fault(line: Line, what: { readonly code: string; readonly named: string; readonly verb: string; readonly hint: string }): Fault {
  const column = line.text.indexOf(what.named) + 1;
  return {
    code: what.code,
    message: `"${what.named}" is ${what.verb} by ${line.name}, and pip is not given it`,
    hint: what.hint,
    place: { file: line.file, line: line.number, column, endColumn: column + what.named.length },
  };
}
