/**
 * Where the tools of a language come from: an image that the author names, the base itself (`rust:1.83`), or the distribution's packages.
 *
 * Refuses a base that has neither them nor a package manager, and Windows.
 */

import type { DistroName, ManagerName } from '../bases/index.js';
import type { Report } from '../diagnostics.js';
import type { Located, Origin } from '../origin.js';
import { imageReference } from '../spec/image-reference.js';
import type { BaseSpec } from '../spec/spec.js';
import type { LanguageContext } from './languages/language.js';

export interface Toolchain {
  /** The field that asks, and the program that is needed. */
  readonly field: string;
  readonly command: string;
  /** Names of its packages. */
  readonly packages: readonly string[];
  /** Those that they have elsewhere: in a distribution, or in all with a package manager. */
  readonly elsewhere?: { readonly [W in DistroName | ManagerName]?: readonly string[] };
  /** An image that has it, as a hint gives it. */
  readonly image: string;
  /** Whether the field takes an image that has the tools: `toolchain`. */
  readonly isNamed: boolean;
}

export interface ToolchainRequest {
  /** Image that has the tools, as the author wrote it. */
  readonly toolchain?: Located<string>;
  readonly origin: Origin;
}

/** Packages of the distribution to get it with; undefined: it cannot be had, which is reported. */
export function toolchainPackages(
  { base, report }: LanguageContext,
  tool: Toolchain,
  request: ToolchainRequest,
): readonly Located<string>[] | undefined {
  if (base.facts?.distro === 'windows') return refuseWindows(base.image, report, request);
  if (request.toolchain) return [];
  const facts = base.requireFacts(tool.field);
  if (!facts) return undefined;
  if (facts.tools?.includes(tool.command)) return [];
  const { distro, manager } = facts;
  if (manager !== undefined) {
    const names = tool.elsewhere?.[distro] ?? tool.elsewhere?.[manager] ?? tool.packages;
    return names.map((value) => ({ value, origin: request.origin }));
  }
  report.error('no-package-manager', request.origin, {
    message: `"${base.image}" has no package manager to get ${tool.command} with`,
    hint: tool.isNamed
      ? `name an image that has it: ${tool.field}: { packages: […], toolchain: '${tool.image}' }`
      : `build on an image that has it: ${tool.image}`,
  });
  return undefined;
}

function refuseWindows(image: string, report: Report, { origin }: ToolchainRequest): undefined {
  report.error('linux-only', origin, {
    message: `"${image}" is Windows, and what would be installed is for Linux`,
    hint: 'install it with "run", or build on a base of Linux',
  });
  return undefined;
}

/** The base of a stage of its own, where the author names one. */
export function toolchainBase({ toolchain }: ToolchainRequest): { readonly base?: BaseSpec } {
  if (!toolchain) return {};
  const { name, digest } = imageReference(toolchain.value);
  return { base: { kind: 'image', image: name, ...(digest === undefined ? {} : { digest }), origin: toolchain.origin } };
}
