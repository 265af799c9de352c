/**
 * lintProject(): the verb `lint`: 0 without findings, 1 with some, 2 where the definition does not compile, which is told in the form that was asked for, too.
 */

import { definitionFile } from '../definition-file.js';
import { CliError } from '../cli-error.js';
import type { EngineName } from '../../engine/index.js';
import { createOutput, type Output } from '../output.js';
import { definitionFaults } from '../report-failure.js';
import { findFindings, type FindOptions } from './find-findings.js';
import { askedLevels } from './levels.js';
import { listRules } from './listed-rules.js';
import { reportFindings, type Reporter } from './report-findings.js';
import { summaryOf } from './summary.js';

export interface LintRequest {
  readonly subject: string | undefined;
  readonly arg: readonly string[] | undefined;
  readonly name: string | undefined;
  readonly rule: readonly string[] | undefined;
  readonly reporter: Reporter | undefined;
  readonly list: boolean;
  readonly fix: boolean;
  readonly 'dry-run': boolean;
  readonly 'engine-check': boolean;
  readonly engine: EngineName | undefined;
}

export async function lintProject(request: LintRequest, given: Output): Promise<number> {
  const reporter = chosenReporter(request, given);
  const output = reporter === 'json' ? createOutput({ ...given, json: true }) : given;
  refuseConflicts(request);
  const levels = askedLevels(request.rule ?? []);
  if (request.list) return listRules(levels, output);
  const options = { file: definitionFile(request.subject), arg: request.arg, name: request.name, levels };
  try {
    return await lint(options, { ...request, reporter }, output);
  } catch (error) {
    const faults = definitionFaults(error);
    if (faults === undefined || reporter === 'text') throw error;
    await reportFindings({ reporter, faults, ignored: [], file: options.file }, output);
    return 2;
  }
}

type Chosen = LintRequest & { readonly reporter: Reporter };

async function lint(options: FindOptions, request: Chosen, output: Output): Promise<number> {
  const engineCheck = request['engine-check'] ? await (await import('./engine-check.js')).engineChecker(request.engine) : undefined;
  if (request.fix) return (await import('./fix-findings.js')).fixFindings({ ...options, engineCheck }, request, output);
  const found = await findFindings({ ...options, engineCheck }, output);
  await reportFindings({ reporter: request.reporter, faults: found.left, ignored: found.ignored, file: found.project.file }, output);
  output.note(summaryOf(found.left, found.ignored));
  return found.left.length === 0 ? 0 : 1;
}

function chosenReporter({ reporter }: LintRequest, { json }: Output): Reporter {
  if (json && reporter !== undefined && reporter !== 'json') {
    throw new CliError({ code: 'usage', message: `--json and --reporter ${reporter} are two forms`, hint: 'leave out one of them' });
  }
  return json ? 'json' : (reporter ?? 'text');
}

function refuseConflicts({ fix, 'dry-run': dry, 'engine-check': check, engine, reporter }: LintRequest): void {
  if (dry && !fix) throw new CliError({ code: 'usage', message: '--dry-run is about --fix', hint: 'add --fix' });
  if (dry && reporter !== undefined && reporter !== 'text') {
    throw new CliError({ code: 'usage', message: `--dry-run prints a diff, and --reporter ${reporter} findings`, hint: 'leave out one of them' });
  }
  if (engine !== undefined && !check) throw new CliError({ code: 'usage', message: '--engine is about --engine-check', hint: 'add --engine-check' });
}
