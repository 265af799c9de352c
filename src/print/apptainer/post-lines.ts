/**
 * postLines(): an instruction as lines of %post; what it means for the other sections goes there.
 *
 * Refuses what Apptainer has no word for: ADD, ONBUILD, text of the author's own. What only an engine has (users, ports, health) is left out, with a warning.
 */

import { posix } from 'node:path';
import { installRun } from '../../ir/install-run.js';
import type { Arg, Copy, Env, File, From, Instruction, Label, Run } from '../../ir/instruction.js';
import { literalValue, shownText, type AnyText, type Text } from '../../text.js';
import { shown } from '../carry.js';
import { argumentValue, withArguments } from './build-arguments.js';
import { runLines } from './run-lines.js';
import { isMisread, quotedWord, shellText } from './shell-text.js';
import { CONVERT, stagedFile, wordLines, type Place, type Remark } from './site.js';

type Printer<K extends Instruction['kind']> = (instruction: Extract<Instruction, { kind: K }>, place: Place) => readonly string[];
type Kind = Exclude<Instruction['kind'], 'from'>;

const nothing = () => [];

const USER: Remark = {
  message: 'USER is left out: Apptainer builds as root, and runs a container as whoever starts it',
  hint: 'let everybody read and run what the image needs',
};

/** What an image holds of itself for engines; in a stage it says nothing. */
function leftOut(message: string, hint: string) {
  return (instruction: Instruction, place: Place) => {
    if (place.isFinal) place.leaveOut(instruction.origins[0]!, { message, hint });
    return [];
  };
}

function refused(message: string, hint: string) {
  return (instruction: Instruction, place: Place) => {
    place.refuse(instruction.origins[0]!, { message, hint });
    return [];
  };
}

const printers: { readonly [K in Kind]: Printer<K> } = {
  arg: argLines,
  env: envLines,
  label: labelLines,
  shell: nothing,
  entrypoint: nothing,
  cmd: nothing,
  workdir: ({ path }, { given }) =>
    [`mkdir -p ${shellText(withArguments(path, given))}`, `cd ${shellText(withArguments(path, given))}`].map(indented),
  copy: copyLines,
  file: fileLines,
  install: (install, place) => runLines(installRun(install), place),
  run: (run: Run, place) => runLines(run, place),
  user: (user, place) => {
    place.leaveOut(user.origins[0]!, USER);
    return [];
  },
  expose: leftOut('EXPOSE is left out: a container of Apptainer has the network of its host', 'let the program listen on a port that is free there'),
  volume: leftOut(
    'VOLUME is left out: what a container of Apptainer writes goes to a folder of its host',
    'bind one when it runs: apptainer run --bind FOLDER:PATH',
  ),
  healthcheck: leftOut('HEALTHCHECK is left out: Apptainer looks after no containers', 'run the check beside it: apptainer exec instance://NAME'),
  'stop-signal': leftOut(
    'STOPSIGNAL is left out: it cannot be said in an image of Apptainer',
    'say it when it is stopped: apptainer instance stop --signal NAME',
  ),
  add: refused('a definition of Apptainer has no ADD', 'download, clone or unpack it in a "run", or copy it from the folder of the definition'),
  onbuild: refused('an image of Apptainer has no ONBUILD', 'write it in the definition of what builds on this one'),
  raw: refused('a definition of Apptainer takes no text of a Dockerfile', `say it with fields, or ${CONVERT}`),
};

export function postLines(instruction: Exclude<Instruction, From>, place: Place): readonly string[] {
  const lines = (printers[instruction.kind] as Printer<Kind>)(instruction, place);
  const misread = lines.flatMap((text) => text.split('\n')).find(isMisread);
  if (misread !== undefined) {
    const message = `${shown(misread.trim())} would be read by Apptainer itself, which takes "%", "Bootstrap:" and "{{ name }}" for its own`;
    place.refuse(instruction.origins[0]!, { message, hint: 'put it into a file, copy that, and run it' });
  }
  return lines;
}

function indented(line: string): string {
  return `    ${line}`;
}

function argLines(arg: Arg, { given, globals, refuse }: Place): readonly string[] {
  const value = argumentValue(arg, { globals, given });
  if ('message' in value) {
    refuse(arg.origins[0]!, value);
    return [];
  }
  return [indented(`export ${arg.name}=${shellText(value)}`)];
}

/** In one `export` all values see the variables from before, as in one ENV. */
function envLines(env: Env, { given, sections, refuse }: Place): readonly string[] {
  const entries = env.entries.map((entry) => ({ ...entry, value: withArguments(entry.value, given) as Text }));
  for (const { name, value, origin } of entries) {
    const isVariable = /^[A-Za-z_]\w*$/.test(name);
    const isForeign = value.some((part) => typeof part !== 'string' && (given.has(part.variable) || part.operator?.startsWith('/')));
    if (!isVariable)
      refuse(origin, { message: `no shell has a variable named ${shown(name)}`, hint: 'use letters, digits and "_", a digit not first' });
    if (isForeign) refuse(origin, { message: `${shown(shownText(value))} needs the builder of a Dockerfile`, hint: 'write the value itself' });
  }
  const words = entries.map(({ name, value }) => `${name}=${shellText(value)}`);
  const lines = words.map((word, index) => indented(`${index === 0 ? 'export ' : '    '}${word}${index === words.length - 1 ? '' : ' \\'}`));
  sections.environment.push(...lines);
  return lines;
}

/** %labels are lines of a name and its value, without quotes. */
function labelLines(label: Label, { given, sections, refuse }: Place): readonly string[] {
  for (const { name, value: text, origin } of label.entries) {
    const value = literalValue(withArguments(text, given) as Text);
    const line = indented(`${name} ${value ?? ''}`.trimEnd());
    sections.labels.push(line);
    if (value !== undefined && value.trim() === value && !isMisread(line)) continue;
    const message = `the label ${shown(`${name}=${shownText(text)}`)} cannot be said in %labels, which take no variables, no blanks around a value and no {{ name }}`;
    refuse(origin, { message, hint: 'leave it out' });
  }
  return [];
}

function copyLines(copy: Copy, place: Place): readonly string[] {
  const { from, to, chmod, chown, exclude, parents } = copy;
  if (exclude.length > 0 || parents === true) {
    const message = `a definition of Apptainer copies without ${exclude.length > 0 ? '"exclude"' : '"parents"'}`;
    place.refuse(copy.origins[0]!, { message, hint: 'name one by one what is copied, and where to' });
  }
  if (chown !== undefined) place.leaveOut(copy.origins[0]!, ownerRemark(chown));
  const words = copy.sources.flatMap(
    (source) => stagedFile(withArguments(source, place.given), from, { origin: copy.origins[0]!, site: place })?.word ?? [],
  );
  const mode = chmod === undefined ? [] : wordLines(`chmod -R ${shellText(withArguments(chmod, place.given))}`, words);
  return [...mode, ...wordLines(`copy_to ${shellText(withArguments(to, place.given))}`, words)];
}

function ownerRemark(owner: AnyText): Remark {
  return {
    message: `the owner ${shown(shownText(owner))} is left out: what a container of Apptainer may do depends on who starts it`,
    hint: 'let everybody read it: chmod',
  };
}

function fileLines(file: File, place: Place): readonly string[] {
  const { to, content, chmod = '644', chown, expand } = file;
  if (expand && content.includes('$')) {
    place.refuse(file.origins[0]!, {
      message: 'a definition of Apptainer expands no variables in a file',
      hint: 'write it in a "run": printf … > FILE',
    });
  }
  if (chown !== undefined) place.leaveOut(file.origins[0]!, ownerRemark(chown));
  const [path, folder] = [quotedWord(to), posix.dirname(to)];
  const lines = content === '' ? [] : content.replace(/\n$/, '').split('\n');
  const body =
    lines.length === 0
      ? [`: > ${path}`]
      : ["printf '%s\\n' \\", ...lines.map((line, index) => `    ${lineWord(line)}${index === lines.length - 1 ? ` > ${path}` : ' \\'}`)];
  return [
    ...(folder === '/' || folder === '.' ? [] : [`mkdir -p ${quotedWord(folder)}`]),
    ...body,
    `chmod ${shellText(withArguments(chmod, place.given))} ${path}`,
  ].map(indented);
}

function lineWord(line: string): string {
  return line === '' ? "''" : quotedWord(line);
}
