/**
 * What a program does, without an engine: for each stage the effects on its file system, each with all that it sees (environment, user, folder, shell), and
 * the configuration of its image. Two programs mean the same when they have the same effects, in an order in which only independent ones changed places, and the
 * same configurations.
 */

import type { Add, CommandForm, Copy, File, Install, Instruction, Run } from '../../src/ir/instruction.js';
import type { Mount } from '../../src/mount.js';
import type { Program } from '../../src/ir/program.js';
import { pathText, type Text } from '../../src/text.js';

export interface Effect {
  /** What is done, with all that it sees; equal effects do the same. */
  readonly what: string;
  /** Of an install: what the request has besides its packages, and whether their order has no meaning. */
  readonly request?: { readonly frame: string; readonly sortable: boolean; readonly paths: readonly string[] };
  /** Of what puts files in a place that is known: the place. */
  readonly place?: string | undefined;
  readonly isCommand?: true;
  /** Of files: who owns them, and what may be done with them. */
  readonly owner?: string;
  /** Of files of the context: the same, if somebody else owned them; and the source, of a single one without flags. */
  /** Whether its folders are its own, whoever owns those around. */
  readonly isGiven?: true;
  readonly givenTo?: ((owner: string) => Effect) | undefined;
  readonly source?: string | undefined;
  /** Of a command that gives away all in a place, and one that only gives away its folder. */
  readonly gives?: { readonly owner: string; readonly place: string; readonly folder: Effect };
  /** Of a command that removes what is in a place at the end, and one that has it mounted there. */
  readonly removes?: { readonly place: string; readonly mounted: (source: string) => Effect };
}

interface State {
  readonly variables: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string;
  readonly folder: string;
  readonly shell: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly healthcheck?: unknown;
  readonly stopSignal?: string;
  readonly entrypoint?: readonly string[];
  /** Undefined: an entry point dropped that of the base. */
  readonly cmd?: readonly string[] | undefined;
  readonly cmdIsOwn: boolean;
  readonly triggers: readonly string[];
  readonly raw: readonly unknown[];
}

export interface StageMeaning {
  readonly name?: string;
  readonly effects: readonly Effect[];
  readonly configuration: State;
}

const BASE: State = {
  variables: {},
  environment: {},
  user: 'base',
  folder: 'base:',
  shell: ['base'],
  labels: {},
  ports: [],
  volumes: [],
  cmd: ['base'],
  cmdIsOwn: false,
  triggers: [],
  raw: [],
};

function meaningOf(program: Program): readonly StageMeaning[] {
  const byName = new Map<string, StageMeaning>();
  return program.stages.map(({ name, instructions }) => {
    const [from, ...rest] = instructions;
    const parent = from?.kind === 'from' && from.stage !== undefined ? byName.get(from.stage) : undefined;
    let state: State = { ...(parent?.configuration ?? BASE), cmdIsOwn: false, triggers: [] };
    // What is done in a stage that it stands on is done in it.
    const effects: Effect[] = [...(parent?.effects ?? [])];
    for (const instruction of rest) {
      effects.push(...effectsOf(instruction, state).filter((effect) => !isMadeAlready(effect, effects)));
      state = after(state, instruction);
    }
    const meaning = { ...(name === undefined ? {} : { name }), effects: effects.reduce(inOneForm, []), configuration: { ...state, cmdIsOwn: false } };
    if (name !== undefined) byName.set(name, meaning);
    return meaning;
  });
}

/** A folder that a WORKDIR has made, and no command may have removed, is made by no other. */
function isMadeAlready({ what, place }: Effect, before: readonly Effect[]): boolean {
  if (!isFolder(what) || place === undefined) return false;
  const last = before.findLast((effect) => (isFolder(effect.what) && effect.place === place) || effect.isCommand === true);
  return last?.place === place;
}

function isFolder(what: string): boolean {
  return what.startsWith('["folder"');
}

function after(state: State, instruction: Instruction): State {
  const { kind } = instruction;
  switch (kind) {
    case 'arg': {
      const value = instruction.default === undefined ? `given:${instruction.name}` : expanded(instruction.default, state);
      return { ...state, variables: { ...state.variables, [instruction.name]: value } };
    }
    case 'env': {
      const values = Object.fromEntries(instruction.entries.map(({ name, value }) => [name, expanded(value, state)]));
      return { ...state, variables: { ...state.variables, ...values }, environment: { ...state.environment, ...values } };
    }
    case 'label':
      return {
        ...state,
        labels: { ...state.labels, ...Object.fromEntries(instruction.entries.map(({ name, value }) => [name, expanded(value, state)])) },
      };
    case 'shell':
      return { ...state, shell: instruction.argv };
    case 'workdir':
      return { ...state, folder: joined(state.folder, expanded(instruction.path, state)) };
    case 'user':
      return { ...state, user: expanded(pathText(instruction.user), state) };
    case 'expose':
      return {
        ...state,
        ports: [...new Set([...state.ports, ...instruction.ports.map((port) => fullPort(expanded(pathText(port), state)))])].sort(),
      };
    case 'volume':
      return { ...state, volumes: [...new Set([...state.volumes, ...instruction.paths.map((path) => expanded(pathText(path), state))])].sort() };
    case 'healthcheck': {
      const { origins, comment, command, ...rest } = instruction;
      return { ...state, healthcheck: { ...rest, command: command && argvOf(command, state) } };
    }
    case 'stop-signal':
      return { ...state, stopSignal: expanded(pathText(instruction.signal), state) };
    case 'entrypoint':
      return { ...state, entrypoint: argvOf(instruction.command, state), cmd: state.cmdIsOwn ? state.cmd : undefined };
    case 'cmd':
      return { ...state, cmd: argvOf(instruction.command, state), cmdIsOwn: true };
    case 'onbuild': {
      const { origins, comment, ...trigger } = instruction.instruction;
      return { ...state, triggers: [...state.triggers, JSON.stringify(trigger, (key, value: unknown) => (key === 'origin' ? undefined : value))] };
    }
    case 'raw':
      // It may set and read anything, so it sees, and stays in, all of the state.
      return { ...state, raw: [...state.raw, { text: instruction.text, state: entriesOf(state) }] };
    default:
      return state;
  }
}

function fullPort(port: string): string {
  return port.includes('/') ? port.toLowerCase() : `${port}/tcp`;
}

function argvOf(command: CommandForm, { shell }: State): readonly string[] {
  return command.form === 'exec' ? command.argv : [...shell, command.line];
}

function expanded(text: Text, state: State): string {
  const valueOf = (name: string) => state.variables[name] ?? `base:${name}`;
  const parts = text.map((part) => {
    if (typeof part === 'string') return part;
    if (part.operator === undefined) return valueOf(part.variable);
    const word = (part.word ?? '').replaceAll(/\$\{?(\w+)\}?/g, (_, name: string) => valueOf(name));
    return `{${valueOf(part.variable)}${part.operator}${word}}`;
  });
  return parts.join('');
}

/** Whatever came first; of the environment, the order is kept. */
function entriesOf(state: State): unknown {
  return Object.entries({ ...state, variables: Object.entries(state.variables).sort() }).sort(([left], [right]) => (left < right ? -1 : 1));
}

/** What a command sees. Ports, labels and the like are not among it. */
function view({ variables, user, folder, shell, raw }: State): unknown {
  return { variables: Object.entries(variables).sort(), user, folder, shell, raw: raw.length };
}

function effectsOf(instruction: Instruction, state: State): readonly Effect[] {
  switch (instruction.kind) {
    case 'run':
      return runEffects(instruction, state);
    case 'install':
      return installEffects(instruction, state);
    case 'copy': {
      const { sources, to } = instruction;
      const each = typeof to === 'string' && to.endsWith('/') ? sources.map((source) => ({ ...instruction, sources: [source] })) : [instruction];
      return each.map((copy) => placed(copy, joined(state.folder, expanded(pathText(to), state)), state));
    }
    case 'add':
    case 'file':
      return [placed(instruction, joined(state.folder, expanded(pathText(instruction.to), state)), state)];
    case 'workdir': {
      const place = joined(state.folder, expanded(instruction.path, state));
      return [{ what: JSON.stringify(['folder', place, state.user]), place: known(place) }];
    }
    case 'raw':
      return [
        {
          what: JSON.stringify(['raw', instruction.text, entriesOf(state)]),
          isCommand: true,
        },
      ];
    default:
      return [];
  }
}

function placed(instruction: Add | Copy | File, place: string, state: State): Effect {
  // They say how the same files get there.
  const { origins, comment, link, layer, changes, ...rest } = { link: undefined, layer: undefined, changes: undefined, ...instruction };
  const isExpanded = instruction.kind === 'add' || (instruction.kind === 'file' && instruction.expand);
  // Whoever the user is, files belong to root.
  const named = JSON.stringify(instruction);
  const variables = Object.entries(state.variables).filter(([name]) => named.includes(name));
  const seen = isExpanded ? [variables.sort(), state.raw.length] : undefined;
  const rights = [rest.chown, rest.chmod].map((text) => text && expanded(pathText(text), state));
  const what = JSON.stringify([{ ...rest, chown: undefined, chmod: undefined, to: place }, rights, seen]);
  const isOfContext = rest.kind === 'file' || (rest.kind === 'copy' && rest.from === undefined && rest.parents !== true);
  const givenTo = isOfContext ? (chown: string) => placed({ ...instruction, chown } as Copy | File, place, state) : undefined;
  const isSingle = rest.kind === 'copy' && isOfContext && rest.exclude.length === 0 && !place.endsWith('/') && !rest.chown && !rest.chmod;
  const [source] = isSingle && rest.kind === 'copy' && rest.sources.length === 1 ? rest.sources : [];
  return { what, place: known(place), owner: JSON.stringify(rights), givenTo, source: typeof source === 'string' ? source : undefined };
}

/**
 * What is copied and then given away is copied for its new owner, and what is copied, used and removed is mounted: where nothing else can be in that place. Whatever stands
 * between has nothing to do with it.
 */
function inOneForm(before: readonly Effect[], effect: Effect): readonly Effect[] {
  return (effect.gives ? given(before, effect.gives) : effect.removes ? mountedFor(before, effect.removes) : undefined) ?? [...before, effect];
}

function given(before: readonly Effect[], { owner, place, folder }: NonNullable<Effect['gives']>): readonly Effect[] | undefined {
  const isPart = (each: Effect) => each.givenTo !== undefined && isWithin(each.place, place);
  const whole = owner.includes(':') ? owner : `${owner}:0`;
  const parts = before.filter(isPart);
  const isTaken = whole !== owner && parts.some((each) => each.owner !== NOBODY);
  if (parts.length === 0 || isTaken || !before.every((each) => isPart(each) || leavesAlone(each, place))) return undefined;
  const isMade = before.some((each) => isFolder(each.what) && each.place === place);
  return [...before.map((each) => (isPart(each) ? { ...each.givenTo!(whole), isGiven: true as const } : each)), ...(isMade ? [folder] : [])];
}

function mountedFor(before: readonly Effect[], { place, mounted }: NonNullable<Effect['removes']>): readonly Effect[] | undefined {
  const copied = before.find((each) => each.place === place && each.source !== undefined);
  const others = before.filter((each) => each !== copied);
  if (copied?.source === undefined || !others.every((each) => each.place !== place && leavesAlone(each, place))) return undefined;
  return [...others, mounted(copied.source)];
}

const NOBODY = JSON.stringify([undefined, undefined]);

/** A place for applications that an effect has nothing to do with, or a folder that it only makes. */
function leavesAlone({ what, place, isCommand, request }: Effect, other: string): boolean {
  if (!/^\/(app|opt\/\w+|srv\/\w+|tmp\/\w+)(\/|$)/.test(other)) return false;
  if (isCommand || request) return (request !== undefined || isHouseKeeping(JSON.parse(what)[1])) && !what.includes(other);
  if (place === undefined) return false;
  return isFolder(what) ? !isWithin(place, `${other}/.`) || place === other : !isInside(place, other);
}

function isWithin(place: string | undefined, folder: string): boolean {
  return `${place}/`.startsWith(`${folder}/`);
}

/** What the compiler writes for an account, a file or a folder: it looks at no variable. */
function isHouseKeeping(line: unknown): boolean {
  return (
    typeof line === 'string' &&
    /^((SOURCE_DATE_EPOCH=0 )?(useradd|groupadd) |chown [\w:-]+ \/\S+$|mkdir -p \/\S+$|printf '[^']*' >>? \/\S+$)/.test(line)
  );
}

function known(place: string): string | undefined {
  return place.startsWith('base:') ? undefined : place;
}

/** A command of its own is a command in a list: `&&` ends a list as a failure ends a build. */
function runEffects({ script, mounts, network = 'default', security = 'sandbox', devices = [], verbatim }: Run, state: State): readonly Effect[] {
  const around = (extra: readonly Mount[], seen: State) => [[...mounts, ...extra], network, security, devices, verbatim, view(seen)];
  if (script.form !== 'commands') return [{ what: JSON.stringify(['run', script, around([], state)]), isCommand: true }];
  const isList = script.commands.length > 1;
  return script.commands.map(({ line, arguments: words, isolated }) => {
    const leaks = isList && (state.shell[0] === 'pwsh' || (/^(cd|export|exit)|\|\|/.test(line) && !isolated));
    const effect = (text: string, extra: readonly Mount[] = []): Effect => ({
      what: JSON.stringify([leaks ? 'leaking' : 'run', text, words, around(extra, isHouseKeeping(text) ? { ...state, variables: {} } : state)]),
      isCommand: true,
    });
    const [, owner, given] = /^chown -R (\S+) (\/[\w/]+)$/.exec(line) ?? [];
    const [, rest, removed] = /^(.*) && rm -rf (\/[\w/]+)$/.exec(line) ?? [];
    if (owner && given && mounts.length === 0) return { ...effect(line), gives: { owner, place: given, folder: effect(`chown ${owner} ${given}`) } };
    if (!rest || !removed || state.shell[0] === 'pwsh') return effect(line);
    const mounted = (source: string) => effect(rest, [{ type: 'bind', source, target: removed, readWrite: true }]);
    return { ...effect(line), removes: { place: removed, mounted } };
  });
}

/**
 * One effect for the request and each of its packages and files: packages of one request are installed together, whoever asked for them. Only a package that is a
 * file has to do with the working directory.
 */
function installEffects(install: Install, state: State): readonly Effect[] {
  const { manager, prepare, command, options, environment, mounts, sortable, mergeable } = install;
  const frame = JSON.stringify(['install', manager, prepare, command, options, environment, mounts, mergeable, view({ ...state, folder: '' })]);
  const paths = [command, ...options].flatMap((part) => part.match(/\/[\w./]+/g) ?? []);
  const reads = install.reads.map(({ source, target }) => ({ what: `${frame} ${source} at ${target}`, request: { frame, sortable: true, paths } }));
  const packages = install.packages.map(({ value }) => ({
    what: `${frame} ${value.startsWith('./') ? joined(state.folder, value) : value}`,
    request: { frame, sortable, paths },
  }));
  return [{ what: frame, request: { frame, sortable: true, paths } }, ...reads, ...packages];
}

function joined(folder: string, path: string): string {
  if (path.startsWith('/')) return path;
  return `${folder.replace(/\/$/, '')}/${path}`.replaceAll('/./', '/');
}

/**
 * Whether two effects may change places: packages of one request whose order has no meaning; and an install and files in a place for applications. Where those
 * are is said here once more, and more narrowly than in the source.
 */
function areIndependent(first: Effect, second: Effect): boolean {
  const isSameOwner = first.owner === second.owner || first.isGiven === true || second.isGiven === true;
  if (first.owner !== undefined && second.owner !== undefined && isSameOwner)
    return first.place !== undefined && second.place !== undefined && !isInside(first.place, second.place);
  if (first.request && second.request) return first.request.frame === second.request.frame && (first.request.sortable || second.request.sortable);
  const [install, other] = first.request ? [first, second] : [second, first];
  if (install.request === undefined || other.place === undefined || install.what.includes('/local.deb')) return false;
  const isForApplications = /^\/(app|opt\/word_count|usr\/src\/app|wheels)(\/|$)/.test(other.place);
  return (
    isForApplications && !install.request.paths.some((path) => other.place!.startsWith(path) || path.startsWith(other.place!.replace(/\/$/, '')))
  );
}

/** Either in the other. Both are for applications, or the same system folder by two names could be meant. */
function isInside(first: string, second: string): boolean {
  const [left, right] = [first, second].map((place) => `${place.replace(/\/$/, '')}/`) as [string, string];
  return left.startsWith(right) || right.startsWith(left);
}

/** What a program does, or what its images are configured for, that the other does not; empty when both mean the same. */
export function changedMeaning(before: Program, after: Program): readonly string[] {
  const [first, second] = [meaningOf(before), meaningOf(after)];
  // A stage more changes nothing of those that there were.
  return first.flatMap((stage) => {
    const made = second.find(({ name }) => name === stage.name);
    if (made === undefined) return [`lost: stage ${stage.name}`];
    const [was, is] = [stage, made].map(({ configuration }) => JSON.stringify(configuration, sorted));
    return [...(was === is ? [] : [`settings: ${was} | ${is}`]), ...differences(stage, made)];
  });
}

/** Records in the order of their keys. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Effects that are in one and not in the other, or in an order that matters; empty when both mean the same. */
function differences(before: StageMeaning, after: StageMeaning): readonly string[] {
  const [first, second] = [numbered(before.effects), numbered(after.effects)];
  const lost = [...first.keys()].filter((key) => !second.has(key)).map((key) => `lost: ${key}`);
  const made = [...second.keys()].filter((key) => !first.has(key)).map((key) => `made: ${key}`);
  if (lost.length + made.length > 0) return [...lost, ...made];
  const order = [...second.keys()];
  const rank = new Map([...first.keys()].map((key, index) => [key, index]));
  return order.flatMap((key, index) =>
    order
      .slice(index + 1)
      .filter((later) => rank.get(later)! < rank.get(key)! && !areIndependent(second.get(key)!, second.get(later)!))
      .map((later) => `changed places: ${later} and ${key}`),
  );
}

/** By what they do; the second of its like is another effect, but what is installed twice is installed once. */
function numbered(effects: readonly Effect[]): ReadonlyMap<string, Effect> {
  const counts = new Map<string, number>();
  const result = new Map<string, Effect>();
  for (const effect of effects) {
    const count = effect.request ? 0 : (counts.get(effect.what) ?? 0);
    counts.set(effect.what, count + 1);
    const key = `${effect.what}#${count}`;
    if (!result.has(key)) result.set(key, effect);
  }
  return result;
}
