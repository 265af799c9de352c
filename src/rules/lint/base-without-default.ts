/**
 * A base with a build argument that has no default, and that is no image without it: `expand('debian:${RELEASE}')`.
 */

import type { From } from '../../ir/instruction.js';
import type { Program } from '../../ir/program.js';
import { variablesOf, type Text } from '../../text.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

const REFERENCE = /^[a-z0-9][a-z0-9._:/-]*[a-z0-9](?::[\w][\w.-]*)?(?:@sha256:[0-9a-f]{64})?$|^[a-z0-9]$/;
const PLATFORM = /^(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT)$/;

export const baseWithoutDefault = lintRule({
  name: 'base-without-default',
  level: 'warning',
  summary: 'a base is an image when no build argument is given, too',
  why: 'A plain "docker build ." fails, and so does each tool that reads the Dockerfile without your arguments: scanners, editors, Dependabot.',
  bad: { base: { image: { kind: 'expand', text: 'debian:${RELEASE}' }, distro: 'debian' }, args: { RELEASE: { scope: 'global' } } },
  good: {
    base: { image: { kind: 'expand', text: 'debian:${RELEASE}' }, distro: 'debian' },
    args: { RELEASE: { default: 'bookworm', scope: 'global' } },
  },
  also: ['InvalidDefaultArgInFrom'],
  check: (program) => program.stages.flatMap(({ instructions: [from] }) => (from?.kind === 'from' ? checkFrom(from, program) : [])),
});

function checkFrom({ image = [], origins }: From, program: Program): readonly Finding[] {
  const names = variablesOf(image).filter((name) => !PLATFORM.test(name));
  const without = names.length === 0 ? '' : expanded(image, program);
  if (names.length === 0 || REFERENCE.test(without)) return [];
  const list = names.map((name) => `"${name}"`).join(' and ');
  return [
    {
      origin: origins[0]!,
      message: `without a value for ${list} the base is "${without}", which is no image`,
      hint: 'give the build argument a default',
    },
  ];
}

function expanded(text: Text, program: Program): string {
  return text.map((part) => (typeof part === 'string' ? part : valueOf(part, program))).join('');
}

function valueOf({ variable, operator = '', word = '' }: Exclude<Text[number], string>, program: Program): string {
  if (PLATFORM.test(variable)) return 'x';
  const arg = program.globalArgs.find(({ name }) => name === variable);
  const value = arg?.default === undefined ? '' : expanded(arg.default, program);
  if (operator.endsWith('-')) return value === '' ? word : value;
  if (operator.endsWith('+')) return value === '' ? '' : word;
  return value;
}
