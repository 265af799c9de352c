/** stageLines(): one stage of an Apptainer definition, all its sections in the order in which Apptainer carries them out. */

import { shellAfter } from '../../ir/stage-shell.js';
import { literalValue, shownText, type Text } from '../../text.js';
import { byteLength, shown } from '../carry.js';
import { argumentValue, globalArguments, withArguments, withoutNames, type Arguments } from './build-arguments.js';
import { leftOutLines } from './left-out-files.js';
import { postLines } from './post-lines.js';
import { runScript } from './run-script.js';
import { commentAbove, emptySections, type Place, type Remark, type Site } from './site.js';
import { COPY_TO, STAGING } from './staged-files.js';
import type { ApptainerStage } from './stages.js';

/** Apptainer reads a section at once, with the heading of the next, into 64 KiB. */
const LONGEST_SECTION = 65_000;

export interface StageOptions {
  readonly comments: boolean;
  /** Patterns of what no folder of the context brings along. */
  readonly leftOut: readonly string[];
}

type Surroundings = Pick<Site, 'program' | 'refuse' | 'leaveOut'>;

export function stageLines(stage: ApptainerStage, around: Surroundings, options: StageOptions): readonly string[] {
  const site: Site = {
    ...around,
    comments: options.comments,
    sections: emptySections(),
    isFinal: stage.name === undefined,
    globals: globalArguments(around.program.globalArgs),
  };
  const given = fillSections(stage, site);
  const { files, environment, labels, staged } = site.sections;
  const sections = [
    ...[...files].map(([name, lines]) => ({ head: name === undefined ? '%files' : `%files from ${name}`, lines })),
    { head: '%post', lines: wholePost(site, leftOutLines(options.leftOut, staged)) },
    ...(site.isFinal
      ? [
          { head: '%environment', lines: environment },
          { head: '%runscript', lines: runScript(stage.parts, given) },
          { head: '%labels', lines: labels },
        ]
      : []),
  ].filter(({ lines }) => lines.length > 0);
  for (const { head, lines } of sections) {
    if (byteLength(lines.join('\n')) > LONGEST_SECTION) site.refuse(stage.from.origins[0]!, lengthRemark(head));
  }
  return [...headLines(stage, site), ...sections.flatMap(({ head, lines }) => ['', head, ...lines])];
}

function lengthRemark(head: string): Remark {
  return {
    message: `${head} has more than ${LONGEST_SECTION} bytes, which Apptainer does not read`,
    hint: 'put long scripts and files into the folder, and copy them',
  };
}

function headLines({ name, from }: ApptainerStage, site: Site): readonly string[] {
  const reference = literalValue(withArguments(from.image ?? [], site.globals) as Text);
  if (reference === undefined || reference === 'scratch' || from.shell !== undefined || from.triggers?.length)
    site.refuse(from.origins[0]!, baseRemark(reference, from));
  if (from.platform !== undefined && !from.platform.includes('BUILDPLATFORM')) {
    site.leaveOut(from.origins[0]!, {
      message: `the platform "${from.platform}" is left out: Apptainer builds for the machine that it runs on`,
      hint: 'build it on such a machine',
    });
  }
  return ['', 'Bootstrap: docker', `From: ${pinned(reference ?? '')}`, ...(name === undefined ? [] : [`Stage: ${name}`])];
}

function baseRemark(reference: string | undefined, { image = [], triggers }: ApptainerStage['from']) {
  if (reference === undefined)
    return { message: `${shown(shownText(image))} needs a build argument without a default, and Apptainer has none`, hint: 'give it a default' };
  if (reference === 'scratch')
    return {
      message: 'a definition of Apptainer cannot begin with "scratch"',
      hint: 'use a small base, as "alpine", or build the image with an engine and convert it',
    };
  if (triggers?.length)
    return { message: `Apptainer does not do what the ONBUILD of "${reference}" says`, hint: 'use another base, and write it in the definition' };
  return { message: `"${reference}" is an image of Windows, and Apptainer runs Linux`, hint: 'use another base' };
}

/** Apptainer takes a tag or a digest, not both. */
function pinned(reference: string): string {
  return reference.replace(/:[^:/@]+(?=@)/, '');
}

/** Instruction by instruction, each stage that it stands on before it; the build arguments at its end. */
function fillSections({ parts, from }: ApptainerStage, site: Site): Arguments {
  let place: Place = { ...site, shell: from.shell, given: new Map() };
  const hidden = new Set<string>();
  for (const instruction of parts.flat()) {
    if (instruction.kind === 'arg' && hidden.has(instruction.name)) continue;
    const lines = postLines(instruction, place);
    const above = lines.length > 0 ? commentAbove(instruction.comment, site) : [];
    const { post } = site.sections;
    if (lines.length > 0) post.push(...(post.length > 0 && (above.length > 0 || lines.length > 1) ? [''] : []), ...above, ...lines);
    if (instruction.kind === 'env') for (const { name } of instruction.entries) hidden.add(name);
    place = { ...place, shell: shellAfter(place.shell, instruction), given: givenAfter(instruction, place) };
  }
  return place.given;
}

function givenAfter(instruction: ApptainerStage['parts'][number][number], { given, globals }: Place): Arguments {
  if (instruction.kind === 'env') return withoutNames(given, instruction.entries);
  if (instruction.kind !== 'arg') return given;
  const value = argumentValue(instruction, { globals, given });
  return 'message' in value ? given : new Map([...given, [instruction.name, value]]);
}

/** What it stages goes again, from wherever the last command stood. */
function wholePost({ sections: { post, files } }: Site, leftOut: readonly string[]): readonly string[] {
  if (files.size === 0) return post;
  const copies = post.some((line) => line.startsWith('    copy_to ')) ? COPY_TO : [];
  const before = [...copies, ...(copies.length > 0 && leftOut.length > 0 ? [''] : []), ...leftOut];
  return [...before, ...(before.length > 0 && post[0] !== '' ? [''] : []), ...post, '', '    cd /', `    rm -rf ${STAGING}`];
}
