/**
 * All lint rules, and the one function that applies them, with what rules of `compile()` find in raw text. Loaded by the verb `lint` alone. To add a rule: its file, its line here,
 * its test.
 */

import type { Diagnostic } from '../../diagnostics.js';
import { targetOf, type Program } from '../../ir/program.js';
import { originText } from '../../origin.js';
import type { Fix } from '../../edit.js';
import { rules } from '../index.js';
import { readRaw } from '../read/read-raw.js';
import type { Finding, Rule } from '../rule.js';
import { addOfFile } from './add-of-file.js';
import { aptInScript } from './apt-in-script.js';
import { aptKey } from './apt-key.js';
import { asksQuestions } from './asks-questions.js';
import { badPort } from './bad-port.js';
import { baseByTag } from './base-by-tag.js';
import { baseWithoutDefault } from './base-without-default.js';
import { cdInScript } from './cd-in-script.js';
import { chattyDownload } from './chatty-download.js';
import { commandUnread } from './command-unread.js';
import { copiedArchive } from './copied-archive.js';
import { copyOfIgnored } from './copy-of-ignored.js';
import { copyWithoutWorkdir } from './copy-without-workdir.js';
import { curlAndWget } from './curl-and-wget.js';
import { defaultShellReplaced } from './default-shell-replaced.js';
import { emptyLineInInstruction } from './empty-line-in-instruction.js';
import { exposedWithoutServer } from './exposed-without-server.js';
import { filesInHome } from './files-in-home.js';
import { filesInTmp } from './files-in-tmp.js';
import { fixedPlatform } from './fixed-platform.js';
import { frontendInEnv } from './frontend-in-env.js';
import { healthcheckTool } from './healthcheck-tool.js';
import { historyInImage } from './history-in-image.js';
import { instructionCasing } from './instruction-casing.js';
import { labelName } from './label-name.js';
import { largeUid } from './large-uid.js';
import { leftoversInImage } from './leftovers-in-image.js';
import type { LintFacts } from './lint-facts.js';
import type { LintLevel, LintRule } from './lint-rule.js';
import { loopbackServer } from './loopback-server.js';
import { maintainer } from './maintainer.js';
import { missingHealthcheck } from './missing-healthcheck.js';
import { missingUser } from './missing-user.js';
import { namedUser } from './named-user.js';
import { ociLabel } from './oci-label.js';
import { packageCache } from './package-cache.js';
import { pairWithoutEquals } from './pair-without-equals.js';
import { pathReplaced } from './path-replaced.js';
import { pipedFailure } from './piped-failure.js';
import { pointlessCommand } from './pointless-command.js';
import { portNotExposed } from './port-not-exposed.js';
import { recommendedPackages } from './recommended-packages.js';
import { redundantPlatform } from './redundant-platform.js';
import { relativeWorkdir } from './relative-workdir.js';
import { repeatedInstruction } from './repeated-instruction.js';
import { resultsInImage } from './results-in-image.js';
import { rootUser } from './root-user.js';
import { secretAlong } from './secret-along.js';
import { secretInScript } from './secret-in-script.js';
import { secretName } from './secret-name.js';
import { shellFormHealthcheck } from './shell-form-healthcheck.js';
import { shellStartupFile } from './shell-startup-file.js';
import { sourceOutsideContext } from './source-outside-context.js';
import { stageName } from './stage-name.js';
import { sudo } from './sudo.js';
import { undeclaredBaseArgument } from './undeclared-base-argument.js';
import { unpinnedPackage } from './unpinned-package.js';
import { unsetVariable } from './unset-variable.js';
import { unusedArgument } from './unused-argument.js';
import { unusedStage } from './unused-stage.js';
import { upgrade } from './upgrade.js';
import { wholeImageCopied } from './whole-image-copied.js';
import { worldWritable } from './world-writable.js';

export const lintRules = {
  addOfFile,
  aptInScript,
  aptKey,
  asksQuestions,
  badPort,
  baseByTag,
  baseWithoutDefault,
  cdInScript,
  chattyDownload,
  commandUnread,
  copiedArchive,
  copyOfIgnored,
  copyWithoutWorkdir,
  curlAndWget,
  defaultShellReplaced,
  emptyLineInInstruction,
  exposedWithoutServer,
  filesInHome,
  filesInTmp,
  fixedPlatform,
  frontendInEnv,
  healthcheckTool,
  historyInImage,
  instructionCasing,
  labelName,
  largeUid,
  leftoversInImage,
  loopbackServer,
  maintainer,
  missingHealthcheck,
  missingUser,
  namedUser,
  ociLabel,
  packageCache,
  pairWithoutEquals,
  pathReplaced,
  pipedFailure,
  pointlessCommand,
  portNotExposed,
  recommendedPackages,
  redundantPlatform,
  relativeWorkdir,
  repeatedInstruction,
  resultsInImage,
  rootUser,
  secretAlong,
  secretInScript,
  secretName,
  shellFormHealthcheck,
  shellStartupFile,
  sourceOutsideContext,
  stageName,
  sudo,
  undeclaredBaseArgument,
  unpinnedPackage,
  unsetVariable,
  unusedArgument,
  unusedStage,
  upgrade,
  wholeImageCopied,
  worldWritable,
} satisfies Record<string, LintRule>;

/** By the names of rules. */
type Levels = Readonly<Record<string, LintLevel>>;

/** A diagnostic with what mends it. */
export interface LintDiagnostic extends Diagnostic {
  readonly fix?: Fix;
}

/**
 * What the lint rules find in a program as `lower()` makes it, before the passes: `compiled.passes[0]?.before ?? compiled.program`, or that of `partial`.
 * `levels`: instead of those that the rules have, by the names of rules. Findings are in the order of the rules, each once.
 */
export function applyLintRules(program: Program, facts: LintFacts = {}, levels: Levels = {}): readonly LintDiagnostic[] {
  const { program: read, raw } = readRaw(program);
  const found = Object.values<LintRule>(lintRules).flatMap((rule) => {
    const level = levels[rule.name] ?? (isSkipped(rule, program) ? 'off' : rule.level);
    return level === 'off' ? [] : rule.check(read, facts, raw).map((finding) => diagnostic(rule.name, level, finding));
  });
  const behindRaw = raw.length === 0 ? [] : Object.values<Rule>(rules).flatMap((rule) => findBehindRaw(rule, program, read, levels));
  return distinct([...found, ...behindRaw]);
}

/** What the definition tells `docker build --check` to pass over is passed over here. */
function isSkipped({ also = [] }: Pick<Rule, 'also'>, program: Program): boolean {
  const { skip = [] } = targetOf(program).checks ?? {};
  const checks = also.filter((name) => !/^DL\d/.test(name));
  return checks.length > 0 && (skip.includes('all') || checks.every((name) => skip.includes(name)));
}

/** What the rules of `compile()`, which takes raw text as it is, say only when that is read. */
function findBehindRaw(rule: Rule, program: Program, read: Program, levels: Levels): readonly LintDiagnostic[] {
  const level = levels[rule.name] ?? (isSkipped(rule, program) ? 'off' : rule.severity);
  if (level === 'off') return [];
  const told = new Set(rule.check(program).map(keyOf));
  return rule
    .check(read)
    .filter((finding) => !told.has(keyOf(finding)))
    .map((finding) => diagnostic(rule.name, level, finding));
}

function keyOf({ origin, message }: Finding): string {
  return `${originText(origin)}\n${message}`;
}

function diagnostic(code: string, severity: 'error' | 'warning', { origin, message, hint, fix }: Finding): LintDiagnostic {
  return { code, severity, origin, message, ...(hint === undefined ? {} : { hint }), ...(fix === undefined ? {} : { fix }) };
}

function distinct(all: readonly LintDiagnostic[]): readonly LintDiagnostic[] {
  const byText = new Map(all.map((each) => [`${each.code}\n${keyOf(each)}`, each]));
  return [...byText.values()];
}
