/** jsonPage(): docs/image-json.md: how to say in JSON what image.ts says, with the examples of the helpers as JSON has them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as language from '../../../src/index.js';
import { repository } from '../project.js';
import { evaluated, shortened } from './evaluated.js';
import { table } from './field-table.js';

export async function jsonPage(): Promise<string> {
  return `# image.json

A definition may be JSON: \`image.json\` in the place of \`image.ts\`. It works with every verb, and what is wrong in it is told with its line and column. It is plain data:
it has no variables, no functions and no comments.

\`imagewright schema\` prints a JSON Schema of it (draft 7, the newest that editors know whole), which is also in the package. An editor that is told of it completes
fields, shows what they do and marks mistakes while you type:

\`\`\`json
{
  "$schema": "./node_modules/imagewright/schema.json",
  "name": "word_count",
  "base": "debian:bookworm-slim",
  "apt": ["make", "python3"],
  "copy": { "Snakefile": "/opt/word_count/" },
  "cmd": ["snakemake", "--cores", "1"]
}
\`\`\`

\`$schema\` may be any path or address; imagewright does not read it. The schema takes and refuses what imagewright takes, and refuses for its shape: unknown and missing
fields, wrong types, unknown words. What a text says (\`"curl="\`, a port such as \`"80/tpc"\`) is looked at when the definition is compiled.

Several images stand in a list, or in an object by their names: \`{ "web": { "base": … }, "worker": { "base": … } }\`.

## What helpers return

JSON cannot call the helpers of image.ts. They return plain data, which it can say itself:

${table(
  ['in image.ts', 'in image.json'],
  helperExamples().map((example) => [code(example), code(shortened(JSON.stringify(evaluated(example))))]),
)}

## What it lacks

- Presets are functions. What one returns can stand in \`"presets"\` as an object: any part of a definition.
- A definition as the base of another is an object with a \`"name"\`: \`"base": { "name": "tools", "base": "debian:bookworm-slim" }\`.
- What depends on the environment, on \`--arg\` or on the verb needs a function, and so \`image.ts\`.

This page is made by \`test/docs.test.ts\`; its examples are those of the helpers in \`src/spec/\`.
`;
}

/** `@example` of what steps, mounts and values are made with. */
function helperExamples(): readonly string[] {
  const texts = ['steps', 'mounts', 'values'].map((name) => readFileSync(join(repository, 'src/spec', `${name}.ts`), 'utf8'));
  const examples = texts.flatMap((text) => [...text.matchAll(/@example (.*)/g)].map(([, example]) => example!));
  return examples.map((example) => (example.split('(')[0]! in language ? example : innerCall(example)));
}

/** `expand('…')\` of `env: { PATH: expand(…) }`. */
function innerCall(example: string): string {
  return /\w+\((?:[^()]|\([^)]*\))*\)/.exec(example)![0];
}

function code(text: string): string {
  return `\`${text}\``;
}
