/** How our schemas speak with valibot: they run each other on datasets and add issues, of which each carries what was found. */

import type * as v from 'valibot';
import type { Fault } from '../check/fault.js';

export type Issue = v.BaseIssue<unknown>;

export interface Dataset {
  typed?: boolean;
  value: unknown;
  issues?: readonly Issue[];
}

/** What was found at a value, or at one of its keys. */
export type Finding =
  | {
      readonly type: 'wrong-type';
      readonly input: unknown;
      readonly expected: string;
      /** Whether a list with nothing but it in it would do. */
      readonly alone?: boolean;
    }
  | { readonly type: 'missing-field'; readonly input: unknown; readonly key: string }
  | { readonly type: 'unknown-field'; readonly input: unknown; readonly key: string; readonly known: readonly string[] }
  | { readonly type: 'unknown-value'; readonly input: unknown; readonly key?: string; readonly known: readonly string[] }
  | { readonly type: 'fault'; readonly input: unknown; readonly key?: string; readonly fault: Fault };

export function addIssues(dataset: Dataset, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const issues = findings.map((finding): Issue => {
    const key = finding.type === 'missing-field' || !('key' in finding) ? undefined : finding.key;
    const path = key === undefined ? {} : { path: [pathItem(key, dataset.value)] as [v.IssuePathItem] };
    const kind = finding.type === 'fault' ? 'validation' : 'schema';
    return { kind, type: finding.type, input: finding.input, expected: null, received: '', message: finding.type, requirement: finding, ...path };
  });
  if (findings.some(({ type }) => type !== 'fault')) dataset.typed = false;
  dataset.issues = [...(dataset.issues ?? []), ...issues];
}

export interface Child {
  readonly dataset: Dataset;
  readonly key: string | number;
  readonly value: unknown;
}

/** Takes over what another schema found at the same value. */
export function adopt(dataset: Dataset, found: Pick<Dataset, 'typed' | 'issues'>): void {
  if (found.issues === undefined) return;
  dataset.issues = [...(dataset.issues ?? []), ...found.issues];
  if (found.typed !== true) dataset.typed = false;
}

/** Runs a schema on something inside a dataset; whether it is sound. */
export function run(schema: v.GenericSchema, { dataset, key, value }: Child, config: v.Config<v.BaseIssue<unknown>>): boolean {
  const { issues, typed } = schema['~run']({ value }, config) as Dataset;
  if (issues === undefined) return true;
  const item = pathItem(key, dataset.value);
  adopt(dataset, { typed: typed === true, issues: issues.map((issue): Issue => ({ ...issue, path: [item, ...(issue.path ?? [])] })) });
  return false;
}

function pathItem(key: string | number, input: unknown): v.IssuePathItem {
  return { type: 'unknown', origin: 'value', input, key, value: undefined };
}
