/** What `explain` prints for people. */

import type { Cost } from '../../ir/cost-model.js';
import { originText } from '../../origin.js';
import { codeFrame } from '../code-frame.js';
import type { Output } from '../output.js';
import { shownPath } from '../report.js';
import { visible } from '../visible.js';
import type { ExplainedImage, LocatedOrigin, LocatedPass, LocatedStep } from './explain-project.js';

export function imageText({ name, policy, expected, passes, built }: ExplainedImage, output: Output): string {
  const { bold } = output.colors;
  const head = `${bold(visible(name))}, layers: ${policy}. A commit costs ${costText(expected)}, on the average\n`;
  const none = 'No pass changed anything.\n';
  return `${head}\n${passes.length === 0 ? none : passes.map((pass, index) => passText(pass, index + 1, output)).join('\n')}${built === undefined ? '' : builtText(built)}`;
}

function passText({ name, summary, why, diff, origins, gain }: LocatedPass, number: number, { colors }: Output): string {
  const paint = (line: string) => (line.startsWith('+') ? colors.green(line) : line.startsWith('-') ? colors.red(line) : line);
  const from = origins.map(placeText).join(', ');
  return [
    `${number}. ${colors.bold(name)}: ${summary}`,
    `   ${why}`,
    ...(from === '' ? [] : [`   from ${from}`]),
    ...(gain === undefined || isSmall(gain) ? [] : [`   saves ${costText(gain)} a commit`]),
    ...diff.map((line) => `     ${paint(visible(line))}`.trimEnd()),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

const TEXT_WIDTH = 60;

/** Sizes and times stand below each other; what a step does is cut off. */
function builtText(steps: readonly LocatedStep[]): string {
  const rows = steps.map(({ place, text, bytes, seconds, cached, origins }) => {
    const size = bytes === undefined ? '' : `${(bytes / 1e6).toFixed(1)} MB`;
    const time = cached ? 'cached' : seconds === undefined ? '' : `${seconds.toFixed(1)} s`;
    const plain = text.replace(/\s+/g, ' ');
    const shown = visible(plain.length > TEXT_WIDTH ? `${plain.slice(0, TEXT_WIDTH - 1)}…` : plain);
    const from = origins[0] === undefined ? '' : `  from ${placeText(origins[0])}`;
    return `  ${size.padStart(10)} ${time.padStart(9)}  [${place}] ${shown}${from}\n`;
  });
  return `\nAs it was built:\n${rows.join('')}`;
}

function isSmall({ seconds, bytes }: Cost): boolean {
  return Math.abs(seconds) < 0.05 && Math.abs(bytes) < 50_000;
}

function costText({ seconds, bytes }: Cost): string {
  return `${seconds.toFixed(1)} s of building and ${(bytes / 1e6).toFixed(1)} MB of layers`;
}

export function placeText({ origin, place }: LocatedOrigin): string {
  const where = place === undefined ? '' : `${shownPath(place.file)}:${place.line}:${place.column} `;
  const preset = origin.preset === undefined ? '' : ` (preset ${origin.preset.name})`;
  return visible(`${where}${originText(origin)}${preset}`.trim());
}

interface LineText {
  readonly line: number;
  readonly text: string;
  readonly origins: readonly LocatedOrigin[];
  readonly passes: readonly { readonly name: string; readonly summary: string }[];
}

export function lineText({ line, text, origins, passes }: LineText, { colors }: Output): string {
  const from = origins.map((origin) => `${placeText(origin)}\n${origin.place === undefined ? '' : codeFrame(origin.place, colors.yellow)}`);
  return [
    `${colors.bold(`line ${line}`)}  ${visible(text)}\n`,
    from.length === 0 ? 'Nobody asked for it: the layout of the file, or its header.\n' : from.join(''),
    ...passes.map(({ name, summary }) => `${colors.bold(name)}: ${summary}\n`),
  ].join('');
}
