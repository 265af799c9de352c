/** rulesPage(): docs/rules.md: each rule with why, bad and good, and where the checks of BuildKit and hadolint are among them. */

import { format } from 'prettier';
import { rules } from '../../../src/rules/index.js';
import { lintRules } from '../../../src/rules/lint/index.js';
import type { LintRule } from '../../../src/rules/lint/lint-rule.js';
import type { Definition, Rule } from '../../../src/rules/rule.js';
import { page } from './field-page.js';
import { table } from './field-table.js';

interface Shown extends Pick<Rule, 'name' | 'summary' | 'why' | 'bad' | 'good' | 'also'> {
  readonly level: string;
  /** Of the rules that every verb applies. */
  readonly isAlways: boolean;
}

const all: readonly Shown[] = [
  ...Object.values<Rule>(rules).map((rule) => ({ ...rule, level: rule.severity, isAlways: true })),
  ...Object.values<LintRule>(lintRules).map((rule) => ({ ...rule, isAlways: false })),
].sort((a, b) => (a.name < b.name ? -1 : 1));

/** Checks of BuildKit that no rule has, and why. */
export const WITHOUT_RULE: Readonly<Record<string, string>> = {
  InvalidBaseImagePlatform: 'needs the base itself: `imagewright lint --engine-check` asks the engine',
  InvalidDefinitionDescription: 'experimental; a comment above FROM or ARG is none of ours: they stand above packages and commands',
};

/** What hadolint says that no rule of these tables does, and why. */
const OTHERWISE: readonly (readonly [string, string])[] = [
  ['DL1001', 'is about comments for hadolint; ours need a reason (`ignore-without-reason`)'],
  ['DL3006, DL3007', '`unpinned-base`, a warning of every verb'],
  ['DL3021', '`not-a-folder`, an error of every verb'],
  ['DL3022, DL3023, DL3061', 'stages are checked by name where they are written (`unknown-stage`, `stage-cycle`); the compiler has the order'],
  ['DL3026', 'which registries are trusted is for the engine and its proxies to say'],
  ['DL3043', 'refused where ONBUILD is printed'],
  ['DL3049, DL3050, DL3051, DL3055, DL3056, DL3058', 'hadolint goes by a list of labels that the project gives it; a preset says which there are'],
  ['DL3059', 'the passes merge what may be merged'],
  ['SC…', 'ShellCheck reads the grammar of scripts, which lint does not'],
];

export async function rulesPage(): Promise<string> {
  const always = all.filter(({ isAlways }) => isAlways);
  const warned = all.filter(({ isAlways, level }) => !isAlways && level !== 'off');
  const policies = all.filter(({ level }) => level === 'off');
  return page([
    '# Rules',
    'What `imagewright lint` reports: what is wrong with a definition, or with what it becomes, and only its author can mend. The examples of each rule are tests: the first has exactly one finding, the second none.',
    `## In every verb\n\nWhat does not work is told whenever a definition is compiled.\n\n${listOf(always)}`,
    `## In lint\n\n${listOf(warned)}`,
    `## Policies\n\nOff unless a project turns them on: a good image may well do without.\n\n${listOf(policies)}`,
    `## Checks of docker build\n\nAll that \`docker build --check\` finds, lint finds as well, at the place in the definition; over definitions at random that are full of mistakes, a test compares both. What \`dockerfile: { checks: { skip } }\` passes over, lint passes over, too.\n\n${buildkitTable()}`,
    `## Rules of hadolint\n\n${hadolintTable()}`,
    ...(await Promise.all(all.map(section))),
    'This page is made by `test/docs.test.ts` from the rules in `src/rules/`.',
  ]);
}

function listOf(shown: readonly Shown[]): string {
  return table(
    ['rule', 'holds where it says nothing', 'level'],
    shown.map(({ name, summary, level }) => [`[\`${name}\`](#${name})`, summary, level]),
  );
}

function finding(check: string): string {
  return all.flatMap(({ name, also = [] }) => (also.includes(check) ? [`[\`${name}\`](#${name})`] : [])).join(', ');
}

function buildkitTable(): string {
  const checks = all.flatMap(({ also = [] }) => also.filter((check) => !/^DL/.test(check)));
  const names = [...new Set([...checks, ...Object.keys(WITHOUT_RULE)])].sort();
  return table(
    ['check', 'is found by'],
    names.map((name) => [name, finding(name) || WITHOUT_RULE[name]!]),
  );
}

function hadolintTable(): string {
  const checks = [...new Set(all.flatMap(({ also = [] }) => also.filter((check) => /^DL/.test(check))))];
  const rows = [...checks.map((check) => [check, finding(check)] as const), ...OTHERWISE];
  return table(
    ['rule', 'is found by'],
    [...rows].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

async function section({ name, summary, why, bad, good, level, also = [] }: Shown): Promise<string> {
  const others = also.length === 0 ? '' : ` The same: ${also.join(', ')}.`;
  const heading = `## ${name}\n\n${sentence(summary)} ${level === 'off' ? 'A policy.' : `Level: ${level}.`}${others}\n\n${why}`;
  return `${heading}\n\nBad:\n\n\`\`\`ts\n${await source(bad)}\n\`\`\`\n\nGood:\n\n\`\`\`ts\n${await source(good)}\n\`\`\``;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

/** As it stands in image.ts. */
async function source(definition: Definition): Promise<string> {
  const options = { parser: 'typescript', singleQuote: true, printWidth: 110, quoteProps: 'as-needed' } as const;
  return (await format(`export default defineImage(${written(definition)});`, options)).trimEnd();
}

/** Helpers in the place of what they return. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const { kind, text, id, ...rest } = value as Readonly<Record<string, unknown>>;
  if (kind === 'expand' || kind === 'raw') return `${kind}(${JSON.stringify(text)})`;
  if (kind === 'secret') return `secret(${JSON.stringify(id)})`;
  const entries = Object.entries({
    ...(kind === undefined ? {} : { kind }),
    ...(text === undefined ? {} : { text }),
    ...(id === undefined ? {} : { id }),
    ...rest,
  });
  return `{ ${entries.map(([key, each]) => `${JSON.stringify(key)}: ${written(each)}`).join(', ')} }`;
}
