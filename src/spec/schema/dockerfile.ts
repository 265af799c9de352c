/** How the Dockerfile is written, and for what. */

import * as v from 'valibot';
import { buildCheckFault, buildChecks } from '../check/build-checks.js';
import { builderFault, frontendFault } from '../check/builders.js';
import type { BuildCheck, BuilderName, Frontend } from '../types.js';
import { either, list, oneOf, shape, withJson } from './primitives.js';
import { flag, text } from './texts.js';

const checks = shape({
  skip: v.optional(
    either("a list of checks, or 'all'", [
      v.literal('all'),
      list(withJson(text(buildCheckFault), { enum: buildChecks }) as unknown as v.GenericSchema<BuildCheck>, 'a list of checks'),
    ]),
  ),
  error: v.optional(flag),
});

export const dockerfile = shape({
  for: v.optional(text(builderFault) as unknown as v.GenericSchema<BuilderName>),
  frontend: v.optional(text(frontendFault) as unknown as v.GenericSchema<Frontend>),
  escape: v.optional(oneOf(['\\', '`'])),
  checks: v.optional(checks),
  comments: v.optional(flag),
});
