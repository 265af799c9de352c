/** optimisationPage(): docs/optimisation.md, made of the passes, each with the head of its file, and of the numbers of the cost model. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANGES, SAID_CHANGES, SECONDS_PER_BYTE } from '../../../src/ir/cost-model.js';
import { passes } from '../../../src/passes/index.js';
import type { Pass } from '../../../src/passes/pass.js';
import { repository } from '../project.js';

const CLASSES: Readonly<Record<keyof typeof CHANGES, string>> = {
  sources: 'files of the context that are copied',
  manifests: 'files that say what is to be installed: requirements, lock files',
  packages: 'a list of packages in the definition',
  commands: 'a command in the definition',
  base: 'the base, or a cache that is gone',
  settings: 'all else in the definition',
};

export function optimisationPage(): string {
  return `# How an image is optimised

\`imagewright explain\` tells what each pass changed in your image, why, from which line of \`image.ts\`, and what that saves; \`explain 12\` is about line 12 of the Dockerfile, and
\`explain --after-build\` adds what each step took and holds, as Docker remembers the last build.

## How far: \`layers\`

- \`cache\` (the default) orders steps so that the next build does little, and keeps downloads in caches of the builder;
- \`fewest\` makes few layers, for builders without caches and images that are made once;
- \`as-written\` changes nothing: one instruction for each thing that was asked for.

What you know better is said at the step: \`layer: 'own'\` keeps a \`run\` or a \`copy\` in a layer of its own, \`layer: 'shared'\` lets it share one with its neighbours that say so, too,
\`changes: 'rarely'\` or \`'often'\` of a \`copy\` counts instead of what is known or assumed of it, and what is \`verbatim\` or \`raw\` is left alone.

Whatever the policy, an image holds the same files, less the caches and logs of package managers. That is proven: \`npm run prove\` compares what 10,000 definitions at random do, before the passes and
after, and builds 50 of them and the examples on an engine, file by file.

## The cost model

The next build that follows a commit costs, for each step, its seconds and bytes, times the probability that it or one before it changed. A byte that has to be pushed and pulled again is worth
${1 / SECONDS_PER_BYTE / 1e6} MB a second. How much of the commits change what:

| what | share |
| --- | --- |
${Object.entries(CLASSES)
  .map(([name, what]) => `| ${what} | ${CHANGES[name as keyof typeof CHANGES]} |`)
  .join('\n')}

They are medians of 16 public repositories. A \`copy\` with \`changes: 'often'\` counts as ${SAID_CHANGES.often}, one with \`changes: 'rarely'\` as ${SAID_CHANGES.rarely}. \`imagewright generate --refresh-order\` asks the history of your own (its last 500 commits) how often each path that is copied changes, and writes that into the
Dockerfile, as a line \`# imagewright:changes\`. It stays so until somebody asks again: a commit alone never changes the order of layers.

Seconds and bytes stand in \`src/ir/cost-model.ts\`. They only have to be right in proportion.

## The passes, in their order

${Object.values<Pass>(passes).map(passText).join('\n')}
${NOT_DONE}`;
}

const NOT_DONE = `## What no pass does, and why

- Stages that nothing reaches stay: their names are for \`docker build --target NAME\`, and a build that names none passes over them, but for the legacy builder, which makes every stage before
  the last. What the compiler adds itself is always used. \`imagewright lint\` tells of those that the image does not use.
- Long steps that do not depend on each other are not put in stages of their own, to be carried out at the same time: nobody but you knows which files a command leaves behind. Where you say it, as
  a stage and a \`copy\` from it, the builder does so by itself.
- \`RUN chmod\` stays behind COPY: \`--chmod\` would give folders the mode of files, letters (\`+x\`) need a newer frontend than the one that Dockerfiles are made for, and whether a path is a folder
  is not known. It costs a layer, and for a script hardly a byte; \`chmod\` of a \`copy\` says it at once.
- A command of yours is never moved, and nothing that it could read or write is moved past it: not ENV and ARG, which are in its environment, and not what is copied.
- Packages of languages are not taken apart by how often they change: their versions depend on each other, and resolving half of them can end with others.
- Recommended packages are left out by what is asked for (\`recommends: false\` is the default), under every policy: a pass must not change what is in an image.
`;

function passText({ name, summary, why, policies }: Pass): string {
  return `### ${name}

${capital(summary)}. ${why} (${policies.map((policy) => `\`${policy}\``).join(', ')})

${headOf(name)}
`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The comment that the file begins with: what is indented is a Dockerfile. */
function headOf(name: string): string {
  const source = readFileSync(join(repository, `src/passes/${name}.ts`), 'utf8');
  const lines = /^\/\*\*\n(.*?)\n \*\/\n/s
    .exec(source)![1]!
    .split('\n')
    .map((line) => line.replace(/^ \* ?/, ''));
  const isCode = (line: string) => line.startsWith('    ');
  const fenced = lines.flatMap((line, index) => {
    const opens =
      isCode(line) &&
      !lines
        .slice(0, index)
        .findLast((each) => each !== '')
        ?.startsWith('    ');
    const closes =
      isCode(line) &&
      lines
        .slice(index + 1)
        .find((each) => each !== '')
        ?.startsWith('    ') !== true;
    return [...(opens ? ['```dockerfile'] : []), isCode(line) ? line.slice(4) : line, ...(closes ? ['```'] : [])];
  });
  return fenced.join('\n');
}
