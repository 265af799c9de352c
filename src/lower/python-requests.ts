/** Requests for Python packages, as PEP 508 has them, and files of the context that hold more of them. */

import type { PackageTool } from './check-packages.js';

const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
const EXTRAS = `\\[ *${NAME}(?: *, *${NAME})* *\\]`;
const CLAUSE = '(?:===|[=!~<>]=|[<>]) *[A-Za-z0-9][A-Za-z0-9.*+!_-]*';
const URL = ' *@ *(?:git\\+)?(?:https?|ssh)://[^\\s\'"`\\\\]+';
const TEST = `\\(* *[a-z_.]+ *(?:[=!~<>]=?=?|not +in|in) *(?:'[^'"\\n]*'|"[^'"\\n]*") *\\)*`;
const MARKER = ` *; *${TEST}(?: +(?:and|or) +${TEST})*`;

/** `snakemake[reports] >=8, <9 ; python_version >= "3.11"`, `tool @ https://…`; or an operator alone, which has an empty version. */
const REQUEST = new RegExp(
  `^(?<name>${NAME})(?<extras> *${EXTRAS})?(?: *(?<version>${CLAUSE}(?: *, *${CLAUSE})*|===?|[!~<>]=|[<>])|(?<url>${URL}))?(?<marker>${MARKER})?$`,
);

export const pythonRequests: PackageTool = {
  tool: 'pip',
  parse: (text) => {
    const { name, extras = '', version, url, marker = '' } = REQUEST.exec(text)?.groups ?? {};
    if (name === undefined) return undefined;
    // Other extras or another condition make it another request.
    const key = `${name.toLowerCase().replaceAll(/[-_.]+/g, '-')}${extras.replaceAll(' ', '')}${marker.trim()}`;
    const what = version ?? url?.trim();
    return what === undefined ? { name: key } : { name: key, version: what.replaceAll(' ', '') };
  },
  examples: "'numpy', 'numpy>=1.26', 'snakemake[reports]==8.*' or 'tool @ https://example.org/tool.whl'",
  pin: '==1.26.4',
};
