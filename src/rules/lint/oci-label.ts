/** A label of the OCI image specification whose value is not of the kind that it says. */

import type { NamedText } from '../../ir/instruction.js';
import { allInstructions } from '../../ir/program.js';
import { literalValue } from '../../text.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

const URL = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i;

const FORMS: Readonly<Record<string, { readonly form: RegExp; readonly name: string }>> = {
  created: { form: /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/, name: 'a date and time: 2026-01-31T12:00:00Z' },
  url: { form: URL, name: 'a URL' },
  documentation: { form: URL, name: 'a URL' },
  source: { form: URL, name: 'a URL' },
  licenses: { form: /^[A-Za-z0-9.+:()-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+:()-]+)*$/, name: 'an SPDX expression: MIT OR Apache-2.0' },
  'base.digest': { form: /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]+$/, name: 'a digest' },
};

export const ociLabel = lintRule({
  name: 'oci-label',
  level: 'warning',
  summary: 'labels of the OCI specification hold what it says',
  why: 'Registries and scanners read them: what they cannot parse is not shown, or linked to nowhere.',
  bad: { base: 'debian:bookworm-slim', labels: { 'org.opencontainers.image.created': 'yesterday' } },
  good: { base: 'debian:bookworm-slim', labels: { 'org.opencontainers.image.created': '2026-01-31T12:00:00Z' } },
  also: ['DL3052', 'DL3053', 'DL3054'],
  check: (program) =>
    allInstructions(program).flatMap((instruction) => (instruction.kind === 'label' ? instruction.entries.flatMap(checkLabel) : [])),
});

function checkLabel({ name, value, origin }: NamedText): readonly Finding[] {
  const known = FORMS[name.replace(/^org\.opencontainers\.image\./, '')];
  const text = literalValue(value);
  if (known === undefined || !name.startsWith('org.opencontainers.image.') || text === undefined || known.form.test(text)) return [];
  return [{ origin, message: `"${text}" is not ${known.name.split(':')[0]}, as "${name}" is to be`, hint: `write ${known.name}` }];
}
