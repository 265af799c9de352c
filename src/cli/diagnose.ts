/**
 * diagnose(): the checks of `doctor`, in order, on stdout; 1 when there is a finding.
 */

import { checkEngines } from './doctor/engines.js';
import type { Check } from './doctor/check.js';
import { checkNode } from './doctor/node.js';
import { checkProject, type ProjectRequest } from './doctor/project.js';
import type { EngineName } from '../engine/index.js';
import type { Output } from './output.js';
import { visible } from './visible.js';

export async function diagnose(request: ProjectRequest & { readonly engine: EngineName | undefined }, output: Output): Promise<number> {
  const checks = [checkNode(process.versions.node), ...(await checkEngines(request.engine)), ...(await checkProject(request, output))];
  if (!output.json) output.answer(checks.map((check) => checkText(check, output)).join(''));
  const ok = checks.every((check) => check.hint === undefined);
  output.result({ ok, checks: checks.map((check) => ({ ...check, state: check.hint === undefined ? 'ok' : 'finding' })) });
  return ok ? 0 : 1;
}

function checkText({ subject, message, hint }: Check, { colors }: Output): string {
  const said = visible(`${subject}: ${message}`);
  if (hint === undefined) return `${colors.green('ok')}       ${said}\n`;
  return `${colors.yellow('finding')}  ${said}\n         ${colors.cyan('hint:')} ${visible(hint)}\n`;
}
