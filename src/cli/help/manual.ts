/**
 * manualOf(): the manual of a verb, or of the command, as sections: what `--help` and the man page print. Made of the tables of verbs and options.
 */

import type { Options } from 'yargs';
import { globalOptions, type AnyCommand } from '../command.js';
import { commands } from '../commands/index.js';
import { compileOptions } from '../compile-options.js';
import { engineOption } from '../engine-option.js';
import { environmentOf, exitsOf, FILES } from './everywhere.js';
import { optionTerm, optionText } from './option-entry.js';

export interface Entry {
  readonly term: string;
  readonly text: string;
}

export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export interface ManualPage {
  /** `imagewright build`. */
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** Paragraphs. */
  readonly about: readonly string[];
  readonly sections: readonly Section[];
  readonly seeAlso: string;
}

export type Verb = keyof typeof commands;

export function manualOf(verb: Verb | undefined): ManualPage {
  return verb === undefined ? overview() : ofVerb(verb);
}

function overview(): ManualPage {
  const verbs = Object.entries<AnyCommand>(commands);
  return {
    name: 'imagewright',
    summary: 'compiles image.ts to a Dockerfile, builds it and runs it with your own engine',
    usage: 'imagewright VERB [image.ts] [options] [-- what goes to the engine untouched]',
    about: [
      'image.ts describes a container image as one typed object. The Dockerfile that it becomes is plain and needs nothing of imagewright: commit it beside image.ts.',
    ],
    sections: [
      { title: 'Verbs', entries: verbs.map(([verb, { summary, subject }]) => ({ term: [verb, ...argumentOf(subject)].join(' '), text: summary })) },
      { title: 'With every verb', entries: [...optionEntries(Object.entries(globalOptions)), HELP, VERSION] },
      { title: 'Exit codes', entries: exitsOf(undefined) },
      { title: 'Environment', entries: environmentOf(undefined, true) },
      { title: 'Files', entries: FILES },
    ],
    seeAlso: '"imagewright VERB --help", or "imagewright help VERB", tells more of each',
  };
}

const HELP: Entry = { term: '-h, --help', text: 'this text' };
const VERSION: Entry = { term: '--version', text: 'the version of imagewright' };

function ofVerb(verb: Verb): ManualPage {
  const { subject, summary, manual }: AnyCommand = commands[verb];
  const after = manual?.afterDashes === undefined ? [] : [`[-- ${manual.afterDashes}]`];
  return {
    name: `imagewright ${verb}`,
    summary,
    usage: ['imagewright', verb, ...argumentOf(subject), '[options]', ...after].join(' '),
    about: manual?.about ?? [],
    sections: sectionsOf(commands[verb]).filter(({ entries }) => entries.length > 0),
    seeAlso: (manual?.seeAlso ?? []).map((other) => `imagewright ${other}`).join(', '),
  };
}

function sectionsOf({ subject, options, examples, manual }: AnyCommand): readonly Section[] {
  const shared = Object.values<Options>({ ...compileOptions, ...engineOption });
  const list = Object.entries<Options>(options).filter(([, { hidden }]) => hidden !== true);
  const usesEngine = 'engine' in options;
  return [
    { title: 'Argument', entries: subject === undefined ? [] : [{ term: subject.name, text: subject.describe }] },
    { title: 'Options', entries: optionEntries(list.filter(([, option]) => !shared.includes(option))) },
    { title: 'Which image, and how', entries: optionEntries(list.filter(([, option]) => shared.includes(option))) },
    { title: 'With every verb', entries: [...optionEntries(Object.entries(globalOptions)), HELP] },
    { title: 'Examples', entries: examples.map(([term, text]) => ({ term, text })) },
    { title: 'Exit codes', entries: exitsOf(manual, usesEngine) },
    { title: 'Environment', entries: environmentOf(manual, usesEngine) },
    { title: 'Files', entries: entriesOf(manual?.files) },
  ];
}

function argumentOf(subject: AnyCommand['subject']): readonly string[] {
  return subject === undefined ? [] : [`[${subject.name}${subject.many === true ? '…' : ''}]`];
}

function optionEntries(options: readonly (readonly [string, Options])[]): readonly Entry[] {
  return options.filter(([, { hidden }]) => hidden !== true).map(([name, option]) => ({ term: optionTerm(name, option), text: optionText(option) }));
}

function entriesOf(record: Readonly<Record<string, string>> = {}): readonly Entry[] {
  return Object.entries(record).map(([term, text]) => ({ term, text }));
}
