/**
 * `lint`: what rules find in a definition that compiles, told where image.ts says it. Needs no engine, unless it is asked to ask one.
 */

import { command } from '../command.js';
import { definitionOptions, imageOption } from '../compile-options.js';
import { definitionSubject } from '../definition-subject.js';
import { engineOption } from '../engine-option.js';

export const lint = command({
  subject: definitionSubject,
  summary: 'what is better said otherwise, by rules; 1 when there is something',
  options: {
    ...definitionOptions,
    name: imageOption,
    rule: { type: 'string', array: true, nargs: 1, describe: 'NAME=error, NAME=warning or NAME=off, whatever the definition says' },
    list: { type: 'boolean', default: false, describe: 'print the rules and their levels' },
    fix: { type: 'boolean', default: false, describe: 'mend what can be mended safely, in the definition file' },
    'dry-run': { type: 'boolean', default: false, describe: 'with --fix: print a diff, write nothing' },
    reporter: { choices: ['text', 'json', 'github', 'sarif'], describe: 'the form of what is found; github: commands of a workflow' },
    'engine-check': { type: 'boolean', default: false, describe: 'add what "docker build --check" finds' },
    ...engineOption,
  },
  examples: [
    ['imagewright lint', 'what the rules find in image.ts'],
    ['imagewright lint --rule sudo=error --rule unused-argument=off', 'for this time; the field "lint" says it for good'],
    ['imagewright lint --fix --dry-run', 'what would be mended'],
    ['imagewright lint --reporter sarif > lint.sarif', 'for code scanning'],
  ],
  manual: {
    about: [
      'Compiles the definition and applies the rules: those that every compilation applies, and those of "lint" alone. Needs no engine and no Dockerfile, and writes nothing, unless it is asked to mend. Each finding is told once, where image.ts says what is found, on stdout.',
      'The field "lint" of the definition, or of a preset, says the level of a rule by its name: error and warning are findings, off is none. --rule says it for this time, and wins. A policy is off until somebody turns it on: see --list.',
      'A comment ignores findings of one place, with the reason: "// imagewright-ignore NAME, NAME: why", behind what is found or on a line of its own above it. Other verbs obey it, too. One without a reason is a finding (ignore-without-reason), and so is one that ignores nothing (unused-ignore). JSON has no comments: there, the field "lint" is the way.',
      '--fix changes literals in the definition file itself, keeps comments and layout, tries each change before it is written, and takes back one that does not compile or does not help. What it cannot change safely is told with what to write.',
      '--engine-check asks Docker\'s BuildKit what it finds in the Dockerfile, as "docker build --check" does, and tells it where image.ts says the line; what a rule has found there already is not told twice.',
      '--reporter github prints commands of a GitHub workflow, which shows them beside the change; sarif prints SARIF 2.1.0, for code scanning. Paths in both are relative to the working directory: run it in the root of the repository. Both tell of a definition that does not compile, too.',
    ],
    exits: { '1': 'there is a finding, of whichever level', '2': 'the definition does not compile, or the arguments are wrong' },
    seeAlso: ['check', 'doctor', 'explain'],
  },
  // Few runs need it.
  run: async (args, output) => (await import('../lint/lint-project.js')).lintProject(args, output),
});
