/**
 * engineCode(): a check of `docker build --check` as a code of ours: `JSONArgsRecommended` → `json-args-recommended`, as its page is called.
 */

import { buildChecks } from '../../spec/check/build-checks.js';

export function engineCode(check: string): string {
  return check.replaceAll(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3-$2$4').toLowerCase();
}

/** Of all checks that are known. */
export const engineCodes: readonly string[] = buildChecks.map(engineCode);
