/** Images: every case in every form that it has, all from the same base. A form that does not build here is in the table with the reason. */

import { docker, engineAnswers } from './builder.mjs';
import { readCases } from './cases.mjs';
import { measureForm } from './form.mjs';
import { describeImages } from './report.mjs';
import { median } from './table.mjs';

const base = 'debian:bookworm-slim';

export function measureImages({ cases, forms, rounds }) {
  if (!engineAnswers()) return '## Images\n\nLeft out: no Docker engine with buildx answers.';
  if (docker(['images', '--quiet', base]) === '') docker(['pull', base]);
  const chosen = readCases().filter(({ name }) => cases === undefined || cases.includes(name));
  const results = chosen.map((one) => {
    const wanted = one.forms.filter((form) => forms === undefined || forms.includes(form));
    const measured = Object.fromEntries(wanted.map((form) => [form, []]));
    for (let round = 1; round <= rounds; round++) for (const form of wanted) measured[form].push(measureForm(one, form, { base, round }));
    sameAnswers(one, measured);
    return { ...one, measured: Object.fromEntries(wanted.map((form) => [form, middle(measured[form])])) };
  });
  return describeImages(results, { base, rounds });
}

/** The images are for the same purpose, or there is nothing to compare. */
function sameAnswers({ name }, measured) {
  const built = Object.entries(measured).flatMap(([form, results]) =>
    results.filter(({ failure }) => failure === undefined).map(({ answer }) => ({ form, answer })),
  );
  if (new Set(built.map(({ answer }) => answer)).size > 1) {
    throw new Error(`${name}: the images answer differently\n${built.map(({ form, answer }) => `${form}: ${answer}`).join('\n')}`);
  }
}

/** Of each number the median of the rounds. */
function middle(results) {
  const failed = results.find(({ failure }) => failure !== undefined);
  const ofAll = ([key, value]) => [key, typeof value === 'number' ? median(results.map((result) => result[key])) : value];
  return failed ?? Object.fromEntries(Object.entries(results[0]).map(ofAll));
}
