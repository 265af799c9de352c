/** targetsTable(): docs/targets.md, made of the table of features. */

import { engineOf, features, type Feature } from '../../src/ir/features.js';
import { OLDEST_BUILDAH, OLDEST_FRONTEND } from '../../src/target.js';

export function targetsTable(): string {
  return `# What builds a Dockerfile, and since which version

\`dockerfile: { for: 'buildkit' }\` is the default: frontend ${OLDEST_FRONTEND}, which Docker has since ${engineOf(OLDEST_FRONTEND)}; \`{ frontend: '1.20' }\` asks for another.
\`{ for: 'buildah' }\` is Buildah ${OLDEST_BUILDAH}, \`{ for: 'buildah 1.38' }\` another; \`{ for: 'legacy' }\` is Docker without BuildKit.

Where a target lacks something, the pass \`fit-target\` and the printer say it in another form, if there is one that does the same; else it is the error
\`beyond-target\`, or without a target the warning \`recent-frontend\`, each with the version that has it.

This page is made by \`test/docs.test.ts\` from \`src/ir/features.ts\`. "no" means: not up to frontend 1.20, Buildah 1.44 and Docker 28; "labs": in a \`-labs\` frontend since then. What is not in the table, all have.

| feature | frontend | Docker | Buildah | legacy builder |
| --- | --- | --- | --- | --- |
${Object.values<Feature>(features).map(row).join('\n')}
`;
}

function row({ name, frontend, labs, buildah, legacy }: Feature): string {
  const tried = labs === undefined ? [] : [`labs ${labs}`];
  const versions = [...(frontend === undefined ? [] : [frontend]), ...tried].join(', ');
  const engine = frontend === undefined ? 'no' : engineOf(frontend);
  return `| ${[`\`\` ${name} \`\``, versions, engine, buildah ?? 'no', legacy ? 'yes' : 'no'].join(' | ')} |`;
}
