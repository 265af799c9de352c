/** `args`, `env` and `labels`. */

import * as v from 'valibot';
import { quoted, type Fault } from '../check/fault.js';
import {
  argumentNameFault,
  environmentNameFault,
  labelNameFault,
  proxyArgumentFault,
  proxyVariableFault,
  shellVariableFault,
} from '../check/names.js';
import { labelSecretFault, secretArgumentFault } from '../check/secrets.js';
import type { Argument, Value } from '../types.js';
import { either, oneOf, record, shape, withJson } from './primitives.js';
import { first, literalText, plainValue, value, valueSecretFault } from './texts.js';

const variableFault = (name: string, given: Value): Fault | undefined => valueSecretFault(name, given) ?? proxyVariableFault(name);

export const variables = record(value, { name: environmentNameFault, entry: variableFault }, 'a record of variables');

/** Variables of one command, which a shell sets. */
export const shellVariables = record(value, { name: shellVariableFault, entry: valueSecretFault }, 'a record of variables');

/** Variables whose values are literal. */
export const plainVariables = record(plainValue, { name: environmentNameFault, entry: valueSecretFault }, 'a record of variables');

const argument = either("a string, a number, null, expand('…') or { default, scope }", [
  value,
  v.null(),
  shape({ default: v.optional(value), scope: v.optional(oneOf(['stage', 'global'])) }),
]);

function argumentSecretFault(name: string, given: Argument): Fault | undefined {
  const written = given !== null && typeof given === 'object' && !('kind' in given) ? given.default : given;
  if (written === null || written === undefined) return secretArgumentFault(name);
  return valueSecretFault(name, written as Value);
}

export const args = record(
  argument,
  { name: first(argumentNameFault, proxyArgumentFault), entry: argumentSecretFault },
  'a record of build arguments',
);

/** Those of a step: no scope. */
export const stepArgs = record(
  either("a string, a number, null or expand('…')", [value, v.null()]),
  { name: first(argumentNameFault, proxyArgumentFault), entry: argumentSecretFault },
  'a record of build arguments',
);

/** `oci` is no label, but a word for several. */
const labelFault = (name: string, given: Value | boolean): Fault | undefined => {
  const code = 'wrong-type';
  if (name === 'oci') {
    if (typeof given === 'boolean') return undefined;
    return { code, message: '"oci" is no label: it is true or false', hint: 'write oci: true for the labels that package.json and git give' };
  }
  if (typeof given !== 'boolean') return labelSecretFault(name, literalText(given));
  return { code, message: `${quoted(name)} is ${given}, and a label is a text`, hint: `write '${given}'` };
};

export const labels = withJson(
  record(either("a string, a number or expand('…')", [value, v.boolean()]), { name: labelNameFault, entry: labelFault }, 'a record of labels'),
  { allOf: [{ properties: { oci: { type: 'boolean' } }, additionalProperties: { not: { type: 'boolean' } } }] },
);
