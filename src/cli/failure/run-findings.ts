/**
 * runFindings(): why a RUN failed: a package that a manager could not find, a secret that nobody gave, a user or a shell that is not there, or a command that ended with a
 * code other than 0. As exact as the engine and the output let one be: an item of a list, a line of a script; else all that the RUN was made of.
 */

import type { Instruction, Run, ShellCommand } from '../../ir/instruction.js';
import { shellAfter, stageShell } from '../../ir/stage-shell.js';
import type { Mount } from '../../mount.js';
import { childOrigin } from '../../origin.js';
import { scriptBody } from '../../print/instructions/run.js';
import { literalPath } from '../../text.js';
import type { Failed } from './diagnose-failure.js';
import { failedPart, type Part } from './failed-part.js';
import type { Finding, FindingPlace } from './finding.js';
import { engineWords, placesOf, quotedCommand } from './finding-of.js';
import { asksFor, packageComplaints } from './package-complaints.js';

type FailedRun = Failed<Run>;

export function runFindings(failed: FailedRun): readonly Finding[] {
  const packages = packageFindings(failed);
  return packages.length > 0 ? packages : [mountFinding(failed) ?? surroundings(failed) ?? commandFinding(failed)];
}

/** Each package that was asked for and cannot be had. */
function packageFindings({ instruction, failure }: FailedRun): readonly Finding[] {
  const complaints = packageComplaints(failure.output);
  const named = complaints.flatMap(({ name, line }): readonly Finding[] => {
    const places = commandsOf(instruction).flatMap(({ arguments: words, argumentOrigins = [] }) =>
      words.flatMap((word, index) => (asksFor(word, name) ? (argumentOrigins[index] ?? []).map((origin) => ({ origin })) : [])),
    );
    return places.length === 0 ? [] : [{ message: `${line}${codeText(failure)}`, places }];
  });
  const listed = instruction.origins.filter(({ path, preset }) => (preset?.path ?? path).some((key) => LISTS.includes(String(key))));
  const [first] = complaints;
  if (named.length > 0 || first === undefined || listed.length === 0) return named;
  return [{ message: `${first.line}${codeText(failure)}`, places: placesOf(listed) }];
}

/** Where files are named that list packages. */
const LISTS = ['requirements', 'constraints'];

function codeText({ exitCode }: FailedRun['failure']): string {
  return exitCode === undefined ? '' : ` (exit code ${exitCode})`;
}

/** A secret that was not given, a file that is not there. */
function mountFinding({ instruction, failure }: FailedRun): Finding | undefined {
  const secret = /\bsecret (\S+): not found$|no secret with id "([^"]+)" found/.exec(failure.reason);
  const id = secret?.[1] ?? secret?.[2];
  if (id !== undefined) {
    const places = mountPlaces(instruction, (mount) => mount.type === 'secret' && mount.id === id);
    return { message: `the secret "${id}" was not given`, hint: `give it to the build: --secret id=${id},src=FILE`, places };
  }
  const path = /"\/?([^"]+)": not found$/.exec(failure.reason)?.[1];
  if (path === undefined || failure.exitCode !== undefined) return undefined;
  const places = mountPlaces(instruction, (mount) => mount.type === 'bind' && literalPath(mount.source ?? '')?.replace(/^\//, '') === path);
  return { message: `"${path}" is not there to be mounted: ${engineWords(failure)}`, places };
}

/** Mounts of a command stand in the order in which they are written, and behind them the files that it uses. */
function mountPlaces({ mounts, origins }: Run, test: (mount: Mount) => boolean): readonly FindingPlace[] {
  const index = mounts.findIndex(test);
  const used = origins.filter(({ path, preset }) => (preset?.path ?? path).at(-2) === 'uses');
  const use = used[index - (mounts.length - used.length)];
  if (use !== undefined) return [{ origin: use }];
  return placesOf(origins).map(({ origin }) => ({ origin: index < 0 ? origin : childOrigin(origin, 'mounts', index) }));
}

/** What the command would have run with: its user, its shell. */
function surroundings({ instruction, stage, program, failure }: FailedRun): Finding | undefined {
  const before = stage.instructions.slice(0, stage.instructions.indexOf(instruction));
  const name = /\bunable to find (?:user|group) ([^:\s]+):|\berror looking up user "([^"]+)"/.exec(failure.reason);
  const user = before.findLast(({ kind }) => kind === 'user') ?? instruction;
  if (name !== null) return { message: `there is no user "${name[1] ?? name[2]}" in the image`, places: placesOf(user.origins) };
  const missing = [...failure.output, failure.reason].map((line) => MISSING_PROGRAM.exec(line)?.[1]).findLast((found) => found !== undefined);
  if (missing === undefined) return undefined;
  const shell = before.reduce((known, each) => shellAfter(known, each), stageShell(program, stage));
  const said: Instruction = before.findLast(({ kind }) => kind === 'shell') ?? instruction;
  if (instruction.script.form !== 'exec' && shell?.[0] === missing)
    return { message: `the shell "${missing}" is not in the image`, places: placesOf(said.origins) };
  return { message: `"${missing}" is not in the image`, places: placesOf(instruction.origins) };
}

const MISSING_PROGRAM = /(?:\bexec: |fork\/exec )"?([^":]+)"?: (?:stat \S+: )?(?:no such file or directory|executable file not found in \$PATH)/;

interface RunPart extends Part {
  readonly places: readonly FindingPlace[];
}

function commandFinding({ instruction, stage, program, failure }: FailedRun): Finding {
  const before = stage.instructions.slice(0, stage.instructions.indexOf(instruction));
  const shell = before.reduce((known, each) => shellAfter(known, each), stageShell(program, stage));
  const found = failedPart(partsOf(instruction, shell), failure);
  const ended = failure.exitCode === undefined ? `failed: ${engineWords(failure)}` : `ended with exit code ${failure.exitCode}`;
  const hint = hintOf(failure.output);
  if (found !== undefined) return { message: `${quotedCommand(found.text)} ${ended}`, ...hint, places: found.places };
  const places = placesOf(instruction.origins);
  return { message: places.length > 1 ? `a command of a RUN that all of these are in ${ended}` : `a command ${ended}`, ...hint, places };
}

const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /Temporary failure (?:in name resolution|resolving)|Could not resolve host|getaddrinfo (?:EAI_AGAIN|ENOTFOUND)|Name or service not known/,
    'the command could not reach the network',
  ],
  [/`npm ci` can only install packages when your package\.json and \S+/, 'write the lock file anew: npm install --package-lock-only'],
];

function hintOf(output: readonly string[]): { readonly hint?: string } {
  const found = HINTS.find(([pattern]) => output.some((line) => pattern.test(line)));
  return found === undefined ? {} : { hint: found[1] };
}

function partsOf(run: Run, shell: readonly string[] | undefined): readonly RunPart[] {
  const { script, origins } = run;
  if (script.form === 'exec') return [{ text: script.argv.join(' '), places: placesOf(origins) }];
  if (script.form === 'script') {
    const above = scriptBody(script.text, shell).split('\n').length - scriptBody(script.text, ['cmd']).split('\n').length;
    const lines = script.text.split('\n').map((text, index) => ({ text: text.trim(), line: index + 1 + above }));
    return lines.filter(({ text }) => text !== '' && !text.startsWith('#')).map((part) => ({ ...part, places: placesOf(origins, part.text) }));
  }
  return script.commands.flatMap(({ line, arguments: words, origins: own }) => {
    const texts = [line, ...words].join(' ').split(' && ');
    const isAuthors = own !== undefined || script.commands.length === 1;
    return texts.map((text) => ({ text, places: placesOf(own ?? origins, isAuthors && texts.length > 1 ? text : undefined) }));
  });
}

function commandsOf({ script }: Run): readonly ShellCommand[] {
  return script.form === 'commands' ? script.commands : [];
}
