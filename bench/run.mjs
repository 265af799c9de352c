/**
 * `npm run bench`: what imagewright costs to start, and for many definitions, and what its images cost to make and to keep, against other ways of writing them.
 *
 *     npm run bench                              prints all tables
 *     npm run bench -- --write                   writes docs/benchmarks.md too, or of it what was measured
 *     npm run bench -- --start-up                the first table alone
 *     npm run bench -- --load                    the table of many definitions alone
 *     npm run bench -- --images                  those of the images alone
 *     npm run bench -- --case c-server           a case alone, or several
 *     npm run bench -- --form naive,ours         some forms alone
 *     npm run bench -- --rounds 3                medians of several rounds
 *     npm run bench -- --regenerate              makes the Dockerfiles of the other generators again, and measures nothing
 *
 * Ratios come from one run on one machine that does nothing else. Without an engine the images are left out, and said to be.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCases, forms } from './cases.mjs';
import { regenerate } from './generators.mjs';
import { measureImages } from './images.mjs';
import { measureLoad } from './load.mjs';
import { measureStartUp } from './start-up.mjs';
import { withSections } from './write.mjs';

const { values } = parseArgs({
  options: {
    'start-up': { type: 'boolean', default: false },
    load: { type: 'boolean', default: false },
    images: { type: 'boolean', default: false },
    case: { type: 'string', multiple: true },
    form: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
    regenerate: { type: 'boolean', default: false },
  },
});

/** Words of an option that may be given more than once, or with commas. */
function chosen(option, known) {
  const words = values[option]?.flatMap((value) => value.split(','));
  const unknown = words?.filter((word) => !known.includes(word)) ?? [];
  if (unknown.length > 0) fail(`--${option} ${unknown.join(',')}: there is ${known.join(', ')}`);
  return words;
}

function fail(message) {
  console.error(message);
  process.exit(2);
}

const asked = {
  cases: chosen(
    'case',
    readCases().map(({ name }) => name),
  ),
  forms: chosen('form', forms),
  rounds: Number(values.rounds),
};
const chosenForms = asked.cases !== undefined || asked.forms !== undefined;
const some = values['start-up'] || values.load || values.images || chosenForms;
const wanted = (part) => !some || values[part];
if (!Number.isInteger(asked.rounds) || asked.rounds < 1) fail(`--rounds ${values.rounds}: a number from 1 on`);
if (values.write && chosenForms) fail('--write wants all cases and forms measured, in one run');

if (values.regenerate) regenerate();
else {
  const parts = [
    ...(wanted('start-up') ? [measureStartUp()] : []),
    ...(wanted('load') ? [measureLoad()] : []),
    ...(wanted('images') || chosenForms ? [measureImages(asked)] : []),
  ];
  console.log(parts.join('\n\n'));
  const page = new URL('../docs/benchmarks.md', import.meta.url);
  if (values.write) writeFileSync(page, withSections(readFileSync(page, 'utf8'), parts));
}
