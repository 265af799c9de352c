/**
 * A plan says how a definition file is run: from emitted JavaScript, or by jiti. It is kept beside the emitted modules and is good as long as
 * every file that it was made from has the same content and no file has appeared that would be taken instead. No times, no hashes of content.
 *
 * This is all that a second run reads: it must stay free of heavy imports.
 */

import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashedName } from './hashed-name.js';
import { isFile } from './is-file.js';

export interface Plan {
  /** Absolute path of the definition file. */
  readonly file: string;
  /** The emitted module to import; undefined: jiti runs the file. */
  readonly entry?: string;
  /** Absolute paths of the files that were read → their text. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Files that must not be there. */
  readonly absent: readonly string[];
}

interface StoredPlan extends Plan {
  readonly format: number;
  /** Where this program stands: emitted modules import it by its absolute path. */
  readonly program: string;
}

/** To be raised whenever what is emitted changes. */
const format = 1;

/** The plan that was kept, when it is still good. */
export function readPlan(file: string, folder: string): Plan | undefined {
  const path = planFile(file, folder);
  const plan = parsePlan(path);
  if (plan?.format !== format || plan.program !== import.meta.url || plan.file !== file) return undefined;
  if (plan.entry !== undefined && !(isBeside(path, plan.entry) && isFile(plan.entry))) return undefined;
  const same = Object.entries(plan.inputs).every(([input, text]) => readText(input) === text);
  return same && !plan.absent.some(isFile) ? plan : undefined;
}

/** Keeps a plan, and drops what was emitted for the one before; a folder that cannot be written is no fault. */
export function writePlan(plan: Plan, folder: string): void {
  const path = planFile(plan.file, folder);
  const stored: StoredPlan = { ...plan, format, program: import.meta.url };
  const before = parsePlan(path)?.entry;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const draft = mkdtempSync(join(dirname(path), 'plan-'));
    writeFileSync(join(draft, 'plan.json'), JSON.stringify(stored));
    renameSync(join(draft, 'plan.json'), path);
    rmdirSync(draft);
    if (before !== undefined && before !== plan.entry && isBeside(path, before)) rmSync(dirname(before), { recursive: true, force: true });
  } catch {
    // The next run makes it again.
  }
}

/** Whether an emitted module stands where this plan's own do; a plan that was copied or broken may name any. */
function isBeside(path: string, entry: string): boolean {
  return dirname(dirname(entry)) === dirname(path);
}

/** The folder for one definition file: `image.ts-1x2y3z`. Two files may share it: the plan says which it is for. */
export function planFolder(file: string, folder: string): string {
  return join(folder, hashedName(file));
}

function planFile(file: string, folder: string): string {
  return join(planFolder(file, folder), 'plan.json');
}

function parsePlan(path: string): StoredPlan | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  try {
    return (JSON.parse(text) as StoredPlan | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
