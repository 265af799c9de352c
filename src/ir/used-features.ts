/**
 * usedFeatures(): what an instruction has of the features that not every builder has, each with what could be written instead.
 *
 * What is printed in another form where the builder lacks it (heredocs of RUN, say) is not among them.
 */

import type { Mount } from '../mount.js';
import type { AnyText, Text } from '../text.js';
import { beginsAtSource } from './begins-at-source.js';
import { expandedTexts } from './expanded-texts.js';
import type { FeatureName } from './features.js';
import type { Add, Copy, From, Instruction, Run } from './instruction.js';
import { isOnePath } from './is-one-path.js';

export interface UsedFeature {
  readonly feature: FeatureName;
  /** As it stands in a message; the feature's own name when absent. */
  readonly name?: string;
  /** What to write instead: a remedy, behind "or". */
  readonly instead: string;
}

export function usedFeatures(instruction: Instruction): readonly UsedFeature[] {
  if (instruction.kind === 'onbuild') return usedFeatures(instruction.instruction);
  return [...ownFeatures(instruction), ...expandedTexts(instruction).flatMap(({ text }) => operatorFeatures(text))];
}

function ownFeatures(instruction: Instruction): readonly UsedFeature[] {
  switch (instruction.kind) {
    case 'from':
      return fromFeatures(instruction);
    case 'copy':
      return copyFeatures(instruction);
    case 'add':
      return addFeatures(instruction);
    case 'file':
      return [
        { feature: 'heredoc', name: 'COPY of a heredoc', instead: 'copy the file from the context' },
        ...chmodFeatures('COPY', instruction.chmod),
      ];
    case 'run':
      return runFeatures(instruction);
    case 'healthcheck':
      return instruction.startInterval === undefined ? [] : [{ feature: 'startInterval', instead: 'leave startInterval out' }];
    default:
      return [];
  }
}

function fromFeatures({ platform, shell }: From): readonly UsedFeature[] {
  return [
    ...(shell?.[0] === 'cmd' ? [{ feature: 'windows' as const, instead: 'build on a base of Linux' }] : []),
    ...(platform === undefined ? [] : [{ feature: 'platform' as const, instead: 'say the platform when building' }]),
  ];
}

function copyFeatures({ from, parents, exclude, chmod, link, sources }: Copy): readonly UsedFeature[] {
  const otherwise = from === undefined ? 'leave the files out of the build context with ignore' : 'remove the files in the stage that they come from';
  return [
    ...(parents === true ? [{ feature: 'copyParents' as const, instead: "name the target of each folder: { from: 'a/b', to: '/app/a/b' }" }] : []),
    ...(exclude.length > 0 ? [{ feature: 'exclude' as const, name: 'COPY --exclude', instead: otherwise }] : []),
    ...(exclude.some(beginsAtSource) && !sources.every(isOnePath)
      ? [{ feature: 'excludeOfSource' as const, name: 'COPY --exclude of a source that is a pattern', instead: 'begin each pattern with "**/"' }]
      : []),
    ...(from !== undefined && 'context' in from ? [{ feature: 'namedContext' as const, instead: 'copy it from the build context' }] : []),
    ...linkFeature('COPY', link),
    ...chmodFeatures('COPY', chmod),
  ];
}

function addFeatures({ sources, checksum, keepGitDir, unpack, chmod, link, exclude }: Add): readonly UsedFeature[] {
  const isGit = sources.some(({ type }) => type === 'git');
  const instead = isGit ? 'clone it in a run' : 'download it in a run';
  return [
    ...(isGit ? [{ feature: 'addGit' as const, instead }] : []),
    ...(checksum === undefined ? [] : [{ feature: isGit ? ('addCommit' as const) : ('addChecksum' as const), instead }]),
    ...(keepGitDir === true ? [{ feature: 'keepGitDir' as const, instead }] : []),
    ...(unpack === undefined ? [] : [{ feature: 'unpack' as const, instead: 'unpack it in a run' }]),
    ...(exclude.length > 0 ? [{ feature: 'exclude' as const, name: 'ADD --exclude', instead: 'remove the files in a run' }] : []),
    ...linkFeature('ADD', link),
    ...chmodFeatures('ADD', chmod),
  ];
}

function linkFeature(keyword: string, link: boolean | undefined): readonly UsedFeature[] {
  return link === true ? [{ feature: 'link', name: `${keyword} --link`, instead: 'leave link out' }] : [];
}

function chmodFeatures(keyword: string, chmod: AnyText | undefined): readonly UsedFeature[] {
  if (chmod === undefined) return [];
  if (typeof chmod !== 'string')
    return [{ feature: 'expandedChmod', name: `${keyword} --chmod with variables`, instead: "write the mode itself: '0755'" }];
  if (/^[0-7]+$/.test(chmod)) return [{ feature: 'chmod', name: `${keyword} --chmod`, instead: 'change the mode in a run' }];
  return [{ feature: 'symbolicChmod', name: `${keyword} --chmod with letters`, instead: "write the mode in octal: '0755'" }];
}

function runFeatures({ mounts, network, security, devices = [] }: Run): readonly UsedFeature[] {
  const noPrivilege = security === 'sandbox' ? 'leave security out: "sandbox" is the default' : 'do without the privilege';
  return [
    ...mounts.flatMap(mountFeatures),
    ...(network === undefined ? [] : [{ feature: 'network' as const, instead: 'choose the network when building' }]),
    ...(security === undefined ? [] : [{ feature: 'security' as const, instead: noPrivilege }]),
    ...(devices.length === 0 ? [] : [{ feature: 'device' as const, instead: 'do without the device while building' }]),
  ];
}

function mountFeatures(mount: Mount): readonly UsedFeature[] {
  const name = `RUN --mount=type=${mount.type}`;
  const instead = { bind: 'copy the files', cache: 'do without the cache', tmpfs: 'remove the files in the same run' };
  const otherwise = mount.type === 'secret' || mount.type === 'ssh' ? 'do without: no other way keeps it out of the image' : instead[mount.type];
  return [
    { feature: 'mount', name, instead: otherwise },
    ...variableFeatures(mount),
    ...(mount.type === 'cache' && mount.sharing === 'private' ? [{ feature: 'privateCache' as const, instead: "share it: sharing: 'locked'" }] : []),
    ...(mount.type === 'secret' && mount.env !== undefined
      ? [{ feature: 'secretEnvironment' as const, instead: 'read it from a file: target' }]
      : []),
  ];
}

function variableFeatures(mount: Mount): readonly UsedFeature[] {
  const texts = Object.values(mount).filter((value): value is Text => Array.isArray(value));
  if (texts.length === 0) return [];
  return [{ feature: 'mountVariables', instead: 'write its path in full' }, ...texts.flatMap(operatorFeatures)];
}

const OPERATORS: readonly (readonly [RegExp, FeatureName])[] = [
  [/^[-+?]$/, 'unsetOperators'],
  [/^:\?$/, 'errorOperator'],
  [/^(##?|%%?)$/, 'patternOperators'],
  [/^\/\/?$/, 'replaceOperators'],
];

function operatorFeatures(text: Text): readonly UsedFeature[] {
  const operators = text.flatMap((part) => (typeof part === 'string' ? [] : [part.operator ?? '']));
  return OPERATORS.filter(([pattern]) => operators.some((operator) => pattern.test(operator))).map(([, feature]) => ({
    feature,
    instead: 'set the value in a run, or with "${NAME:-word}"',
  }));
}
