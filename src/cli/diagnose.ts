/**
 * diagnose(): the checks of `doctor`, in order, on stdout; 1 when there is a finding.
 */

import { checkEngines } from './doctor/engines.js';
import type { Check } from './doctor/check.js';
import { checkMachine } from './doctor/machine.js';
import { checkNode } from './doctor/node.js';
import { checkProject, type ProjectRequest } from './doctor/project.js';
import type { EngineName } from '../engine/index.js';
import type { Output } from './output.js';
import { visible } from './visible.js';

export async function diagnose(request: ProjectRequest & { readonly engine: EngineName | undefined }, output: Output): Promise<number> {
  const engines = await checkEngines(request.engine);
  const { checks: ofProject, project } = await checkProject(request, output);
  const checks = [checkNode(process.versions.node), ...engines, ...ofProject, ...(await checkMachine(project, request.engine))];
  if (!output.json) output.answer(checks.map((check) => checkText(check, output)).join(''));
  const ok = checks.every((check) => stateOf(check) !== 'finding');
  output.result({
    ok,
    checks: checks.map(({ subject, message, hint, note }) => ({ subject, message, hint, state: stateOf({ subject, message, hint, note }) })),
  });
  return ok ? 0 : 1;
}

function stateOf({ hint, note }: Check): 'ok' | 'note' | 'finding' {
  if (hint === undefined) return 'ok';
  return note === true ? 'note' : 'finding';
}

function checkText(check: Check, { colors }: Output): string {
  const said = visible(`${check.subject}: ${check.message}`);
  const state = stateOf(check);
  if (state === 'ok') return `${colors.green('ok')}       ${said}\n`;
  return `${colors.yellow(state.padEnd(7))}  ${said}\n         ${colors.cyan('hint:')} ${visible(check.hint ?? '')}\n`;
}
