/** reportFindings(): what `lint` found, on stdout, in the form that was asked for. */

import type { Fault } from '../fault.js';
import type { Output } from '../output.js';
import { faultData, faultsText } from '../report.js';
import type { Ignored } from './ignored-findings.js';

export const reporters = ['text', 'json', 'github', 'sarif'] as const;

export type Reporter = (typeof reporters)[number];

export interface Reported {
  readonly reporter: Reporter;
  readonly faults: readonly Fault[];
  readonly ignored: readonly Ignored<Fault>[];
  /** Absolute: the definition file. */
  readonly file: string;
  /** More for the JSON result. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export async function reportFindings({ reporter, ...reported }: Reported, output: Output): Promise<void> {
  const { faults, ignored, more } = reported;
  switch (reporter) {
    case 'text':
      return output.answer(faultsText(faults, output.colors));
    case 'json': {
      const silent = ignored.map(({ fault, comment }) => ({
        ...faultData(fault),
        ...(comment.reason === undefined ? {} : { reason: comment.reason }),
      }));
      return output.result({ ok: faults.length === 0, diagnostics: faults.map(faultData), ignored: silent, ...more });
    }
    case 'github':
      return output.answer((await import('./github-report.js')).githubReport(faults));
    case 'sarif':
      return output.answer((await import('./sarif-report.js')).sarifReport(reported));
  }
}
