/**
 * Requests for packages, as they go to a manager: each checked against the pattern of its ecosystem, each package once.
 *
 * Refuses what is no name (an option, a path, shell code, a version without a number) and two different versions of one package. A package asked for with
 * and without a version is asked for with it.
 */

import type { Report } from '../diagnostics.js';
import { mergeOrigins, originText, type Located } from '../origin.js';

export interface PackageTool {
  /** `apt`, for messages. */
  readonly tool: string;
  readonly parse: (text: string) => { readonly name: string; readonly version?: string } | undefined;
  readonly examples: string;
  readonly pin: string;
}

interface CheckedRequest extends Located<string> {
  readonly name: string;
  readonly version?: string;
}

export function checkPackages(requests: readonly Located<string>[], tool: PackageTool, report: Report): readonly Located<string>[] {
  const kept = new Map<string, CheckedRequest[]>();
  for (const request of requests.flatMap((located) => check(located, tool, report))) {
    const known = kept.get(request.name) ?? [];
    const other = known.find((earlier) => isExact(earlier) && isExact(request) && earlier.version !== request.version);
    if (other) reportConflict(request, other, report);
    else kept.set(request.name, withRequest(known, request));
  }
  return [...kept.values()].flat().map(({ value, origin }) => ({ value, origin }));
}

/** `=8.5.0`, `==1.26`: two of them cannot both hold, whereas `>=1.26` and `<2` can. */
function isExact({ version }: CheckedRequest): boolean {
  return version?.startsWith('=') === true && !version.includes(',');
}

function withRequest(known: CheckedRequest[], request: CheckedRequest): CheckedRequest[] {
  const isKnown = request.version === undefined ? known.length > 0 : known.some(({ version }) => version === request.version);
  return isKnown ? known : [...known.filter(({ version }) => version !== undefined), request];
}

function check({ value, origin }: Located<string>, tool: PackageTool, report: Report): readonly CheckedRequest[] {
  const parsed = tool.parse(value);
  if (!parsed) {
    report.error('bad-package-name', origin, {
      message: `${JSON.stringify(value)} is not the name of a package for ${tool.tool}`,
      hint: `write it as ${tool.tool} has it: ${tool.examples}`,
    });
    return [];
  }
  const { name, version } = parsed;
  if (version !== undefined && /^[^A-Za-z0-9]*$/.test(version)) {
    report.error('empty-version', origin, {
      message: `"${value}" has an empty version`,
      hint: `write '${name}' for any version or '${name}${tool.pin}' to pin one`,
    });
    return [];
  }
  return [{ value, origin, name, ...(version === undefined ? {} : { version }) }];
}

function reportConflict({ value, name, origin }: CheckedRequest, known: CheckedRequest, report: Report): void {
  report.error('conflicting-versions', origin, {
    message: `"${value}" asks for another version of ${name} than "${known.value}" (${originText(known.origin)})`,
    hint: 'keep one of them',
  });
}
