/**
 * What the Dockerfile is for: the parts of a definition merged, each field for itself. Undefined: what it is for by default.
 *
 *     { for: 'buildah', escape: '\\' }        { builder: 'buildah', version: '1.33' }
 */

import type { Report } from '../../diagnostics.js';
import type { Located } from '../../origin.js';
import { DEFAULT_TARGET, OLDEST_BUILDAH, type Checks, type Target } from '../../target.js';
import { lastSaid, said, texts } from '../said.js';
import type { DockerfileOptions } from '../types.js';

type Parts = readonly Located<DockerfileOptions>[];

export function resolveTarget(parts: Parts, report: Report): Target | undefined {
  const reader = resolveBuilder(parts, report);
  const checks = resolveChecks(parts);
  const escape = lastSaid(parts, 'escape');
  if (escape?.value === '`' && reader.builder === 'buildah') {
    report.error('escape-for-buildah', escape.origin, {
      message: 'Buildah takes another escape for continued lines only, and reads "\\\\" in them as ever',
      hint: 'leave escape out',
    });
  }
  const target = { ...reader, ...(escape?.value === '`' ? { escape: escape.value } : {}), ...(checks === undefined ? {} : { checks }) };
  return target === DEFAULT_TARGET || (reader === DEFAULT_TARGET && Object.keys(target).length === Object.keys(reader).length) ? undefined : target;
}

function resolveBuilder(parts: Parts, report: Report): Target {
  const [builder = 'buildkit', version] = lastSaid(parts, 'for')?.value.split(' ') ?? [];
  const frontend = lastSaid(parts, 'frontend');
  if (frontend !== undefined && frontend.value !== 'builtin' && builder !== 'buildkit') {
    report.error('frontend-without-buildkit', frontend.origin, {
      message: `only BuildKit has frontends, and the Dockerfile is for ${builder === 'buildah' ? 'Buildah' : 'the legacy builder'}`,
      hint: builder === 'buildah' ? "leave frontend out; for: 'buildah 1.40' names a version of Buildah" : 'leave frontend out',
    });
  }
  if (builder === 'legacy') return { builder };
  if (builder === 'buildah') return { builder, version: version ?? OLDEST_BUILDAH };
  return frontend === undefined || frontend.value === 'builtin' ? DEFAULT_TARGET : frontendTarget(frontend.value);
}

/** `1` is the newest; `1-labs` the newest with what is tried out. */
function frontendTarget(frontend: string): Target {
  const version = frontend === '1' ? undefined : frontend === '1-labs' ? '-labs' : frontend;
  return { builder: 'buildkit', syntax: frontend, ...(version === undefined ? {} : { version }) };
}

function resolveChecks(parts: Parts): Checks | undefined {
  const given = said(parts, 'checks');
  if (given.length === 0) return undefined;
  const skips = said(given, 'skip');
  const skip = texts(skips as readonly Located<string | readonly string[]>[]).map(({ value }) => value);
  const checks = { skip: skip.includes('all') ? ['all'] : skip, error: lastSaid(given, 'error')?.value ?? false };
  return checks.skip.length === 0 && !checks.error ? undefined : checks;
}
