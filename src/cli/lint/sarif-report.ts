/**
 * sarifReport(): findings as SARIF 2.1.0, which code scanning of GitHub and others read: the rules with what they are for, results with their places, and those
 * that a comment ignores with its reason.
 *
 * Paths are relative to the working directory, which is best the root of the repository. A fingerprint goes by what is found and where the definition says it, not by
 * lines, so that a finding stays the same when others come and go.
 */

import { createHash } from 'node:crypto';
import packageJson from '../../../package.json' with { type: 'json' };
import type { LintLevel } from '../../lint-level.js';
import type { Fault, Place } from '../fault.js';
import { placeData, shownPath } from '../report.js';
import { visible } from '../visible.js';
import type { Ignored } from './ignored-findings.js';
import { listedRules } from './listed-rules.js';

export interface SarifContent {
  readonly faults: readonly Fault[];
  readonly ignored: readonly Ignored<Fault>[];
  /** Absolute: what has no place is told of it. */
  readonly file: string;
}

type Json = Readonly<Record<string, unknown>>;

export function sarifReport({ faults, ignored, file }: SarifContent): string {
  const rules = rulesOf([...faults, ...ignored.map(({ fault }) => fault)]);
  const seen = new Map<string, number>();
  const result = (fault: Fault) => resultOf(fault, { file, ruleIndex: rules.findIndex(({ id }) => id === fault.code), seen });
  const suppressed = ignored.map(({ fault, comment }) => ({ ...result(fault), suppressions: [suppression(comment.reason)] }));
  const results = [...faults.map((fault) => ({ ...result(fault), suppressions: [] })), ...suppressed];
  const driver = { name: 'imagewright', version: packageJson.version, semanticVersion: packageJson.version, rules };
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', originalUriBaseIds: { SRCROOT: sourceRoot }, results }],
  };
  return `${visible(JSON.stringify(log, null, 2))}\n`;
}

const sourceRoot = { description: { text: 'The working directory of imagewright.' } };

/** Those that found something; what is no rule of the tables has its name alone. */
function rulesOf(faults: readonly Fault[]): readonly (Json & { readonly id: string })[] {
  const known = listedRules();
  return [...new Set(faults.map(({ code }) => code))].sort().map((id) => {
    const rule = known.find(({ name }) => name === id);
    if (rule === undefined) return { id };
    const help = { text: `${sentence(rule.summary)} ${rule.why}`, markdown: `**${sentence(rule.summary)}**\n\n${rule.why}` };
    const tags = rule.also === undefined ? {} : { properties: { tags: rule.also } };
    const shown = { shortDescription: { text: sentence(rule.summary) }, fullDescription: { text: rule.why }, help };
    return { id, name: id, ...shown, defaultConfiguration: configurationOf(rule.level), ...tags };
  });
}

function configurationOf(level: LintLevel): Json {
  return level === 'off' ? { enabled: false } : { level };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

interface ResultContext {
  readonly file: string;
  readonly ruleIndex: number;
  /** How often each fingerprint was there before. */
  readonly seen: Map<string, number>;
}

function resultOf(fault: Fault, { file, ruleIndex, seen }: ResultContext): Json {
  const { code, severity = 'error', subject = '', message, hint, place } = fault;
  const text = `${subject === '' ? '' : `${subject}: `}${message}${hint === undefined ? '' : `\nhint: ${hint}`}`;
  const key = [code, shownPath(place?.file ?? file), subject, message].join('\n');
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  const fingerprint = createHash('sha256').update(`${key}\n${count}`).digest('hex');
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text },
    locations: [
      { physicalLocation: { artifactLocation: artifact(place?.file ?? file), ...(place === undefined ? {} : { region: regionOf(place) }) } },
    ],
    partialFingerprints: { 'imagewrightFinding/v1': fingerprint },
  };
}

function suppression(reason: string | undefined): Json {
  return { kind: 'inSource', ...(reason === undefined ? {} : { justification: reason }) };
}

function artifact(file: string): Json {
  const uri = shownPath(file).split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: 'SRCROOT' };
}

function regionOf(place: Place): Json {
  const { line, column, endLine, endColumn } = placeData(place);
  return { startLine: line, startColumn: column, endLine, endColumn };
}
