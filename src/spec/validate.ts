/**
 * Checks a layer against the schema and tells everything that is wrong, each with the path of the value.
 *
 * Comes in: a layer as its author wrote it. Goes out: the same without the fields that have an error, so that the rest can be checked further.
 */

import * as v from 'valibot';
import type { Report } from '../diagnostics.js';
import { childOrigin, originText, type Origin } from '../origin.js';
import type { Check, Fault } from './check/fault.js';
import type { Layer } from './layers.js';
import { findingFault } from './finding-fault.js';
import { image } from './schema/image.js';
import { isObject } from './is-object.js';
import type { Finding, Issue } from './schema/run-schema.js';

type Path = readonly (string | number)[];

export function validate(layer: Layer, report: Report): Layer {
  const { issues = [] } = v.safeParse(image, layer.value);
  const errors: Path[] = [];
  for (const issue of issues) {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    const origin = childOrigin(layer.origin, ...path);
    const { code, severity = 'error', message, hint } = issueFault(issue, origin);
    report[severity](code, origin, { message, ...(hint !== undefined && { hint }) });
    if (severity === 'error') errors.push(path);
  }
  if (errors.length === 0) return layer;
  const value: Readonly<Record<string, unknown>> = isObject(layer.value) ? layer.value : {};
  return { ...layer, value: errors.reduce(without, value) };
}

/** What an issue tells: a fault that a check found, what a schema of ours found, or a wrong type. */
function issueFault(issue: Issue, origin: Origin): Fault {
  const { requirement, input, expected } = issue;
  if (typeof requirement === 'function' && 'check' in requirement) {
    const fault = (requirement.check as Check<unknown>)(input);
    if (fault) return fault;
  }
  const finding = isObject(requirement) ? (requirement as unknown as Finding) : undefined;
  return findingFault(finding ?? { type: 'wrong-type', input, expected: expected ?? 'something else' }, originText(origin));
}

/** A copy without the field that a path leads to: a field of the definition, or of one of its stages. */
function without(value: Readonly<Record<string, unknown>>, [field, stage, stageField]: Path): Readonly<Record<string, unknown>> {
  const { [String(field)]: fault, ...rest } = value;
  const stages = field === 'stages' && isObject(fault) ? fault : undefined;
  if (stages === undefined || stage === undefined) return rest;
  const named = stages[String(stage)];
  // A stage that is wrong as a whole, or only in its name, keeps its place, so that references to it are no further faults.
  if (stageField === undefined || !isObject(named)) return { ...rest, stages: { ...stages, [String(stage)]: isObject(named) ? named : {} } };
  const { [String(stageField)]: dropped, ...kept } = named;
  void dropped;
  return { ...rest, stages: { ...stages, [String(stage)]: kept } };
}
