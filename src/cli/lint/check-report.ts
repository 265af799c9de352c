/**
 * checkedDiagnostics(): what `docker build --call check,format=json` prints → diagnostics of the definition, by the origins of the lines that it names.
 *
 *     { "ruleName": "SecretsUsedInArgOrEnv", "detail": "… (ENV \"API_KEY\")", "location": { "ranges": [{ "start": { "line": 4 } … }] } }
 *         →   image.ts:5:9 warning env.API_KEY: do not use ARG or ENV instructions for sensitive data (ENV "API_KEY")   (secrets-used-in-arg-or-env)
 *
 * What a rule of ours finds in the same place, or would if it were not turned off, is not told again.
 */

import type { Diagnostic } from '../../diagnostics.js';
import { mergeOrigins, originText, type Origin } from '../../origin.js';
import type { CompiledImage } from '../compiled-image.js';
import type { ProjectImage } from '../project.js';
import { engineCode } from './engine-codes.js';
import { listedRules } from './listed-rules.js';

interface Location {
  readonly ranges?: readonly { readonly start: { readonly line: number }; readonly end: { readonly line: number } }[] | null;
}

interface Warning {
  readonly ruleName: string;
  readonly description: string;
  readonly url?: string;
  readonly detail?: string;
  readonly location?: Location;
}

export interface CheckReport {
  readonly warnings?: readonly Warning[] | null;
  readonly buildError?: { readonly message: string; readonly location?: Location };
}

/** Undefined where it is no report. */
export function readReport(text: string): CheckReport | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'warnings' in value ? (value as CheckReport) : undefined;
  } catch {
    return undefined;
  }
}

/** `ours`: what the rules have found in the image. */
export function checkedDiagnostics(report: CheckReport, { compiled }: ProjectImage, ours: readonly Diagnostic[]): readonly Diagnostic[] {
  const { warnings, buildError } = report;
  const found = (warnings ?? []).flatMap((warning) => {
    const origins = originsAt(warning.location, compiled);
    return isTold(warning, origins, { compiled, ours }) ? [] : [warningOf(warning, origins)];
  });
  // `# check=error=true`: the warnings are there already.
  if (buildError === undefined || /^lint violation found/.test(buildError.message)) return found;
  const origin = originsAt(buildError.location, compiled)[0] ?? { path: [] };
  const hint = 'a base that is not here is asked for at its registry; one of this project is to be built first';
  return [...found, { code: 'build-error', severity: 'error', origin, message: buildError.message, hint }];
}

/** Of all lines of an instruction: each may have its own. */
function originsAt(location: Location | undefined, { origins }: CompiledImage): readonly Origin[] {
  const lines = (location?.ranges ?? []).flatMap(({ start, end }) =>
    Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index),
  );
  return mergeOrigins(...lines.map((line) => origins[line - 1] ?? []));
}

function warningOf({ ruleName, description, url, detail = description }: Warning, origins: readonly Origin[]): Diagnostic {
  // `… (ENV "API_KEY")` of an instruction that sets several.
  const named = origins.find(({ path }) => typeof path.at(-1) === 'string' && detail.includes(`"${path.at(-1)}"`));
  const hint = `${url === undefined ? '' : `${url} tells more; `}dockerfile: { checks: { skip: ['${ruleName}'] } } leaves the check out`;
  return { code: engineCode(ruleName), severity: 'warning', origin: named ?? origins[0] ?? { path: [] }, message: detail, hint };
}

interface Told {
  readonly compiled: CompiledImage;
  readonly ours: readonly Diagnostic[];
}

/** By a rule of ours, or it would be, were that not turned off. */
function isTold({ ruleName }: Warning, origins: readonly Origin[], { compiled, ours }: Told): boolean {
  const same = listedRules().filter(({ also = [] }) => also.includes(ruleName));
  return same.some(({ name, level }) => {
    if ((compiled.spec.lint[name] ?? level) === 'off') return true;
    return ours.some(({ code, origin }) => code === name && origins.some((other) => isWithin(origin, other) || isWithin(other, origin)));
  });
}

function isWithin(inner: Origin, outer: Origin): boolean {
  return `${originText(inner)}.`.replaceAll('[', '.[').startsWith(`${originText(outer)}.`.replaceAll('[', '.['));
}
