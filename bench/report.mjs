/** What was measured, in Markdown: a table for each case, then the ratios of all against what is aimed at. */

import { changes } from './cases.mjs';
import { median, table } from './table.mjs';

const metrics = {
  bytes: 'size, unpacked',
  added: 'of it above the base',
  layers: 'layers',
  cold: 'cold build',
  ...changes,
};

/** Metric, the form that it is compared with, at most; `of`: which cases, where it is not all; `all`: each of them, not their median. */
const aims = [
  { metric: 'bytes', to: 'naive', most: 0.42 },
  { metric: 'source', to: 'naive', most: 0.33 },
  { metric: 'source', to: 'naive', most: 0.1, of: { where: 'where nothing compiles', holds: ({ compiles }) => !compiles } },
  { metric: 'system', to: 'naive', most: 0.32 },
  { metric: 'cold', to: 'naive', most: 0.8 },
  { metric: 'bytes', to: 'expert', most: 1.02, all: true },
  ...Object.keys(changes).map((metric) => ({ metric, to: 'expert', most: 1.05, all: true })),
];

export function describeImages(results, { base, rounds }) {
  const processor = results.every(({ measured }) => Object.values(measured).every((result) => result.processor !== false));
  const time = processor
    ? 'Times are processor seconds: of the commands of the build, and of the engine meanwhile.'
    : 'Times are wall seconds: the processor time of the engine cannot be read from here.';
  return [
    '## Images',
    `All forms from ${base}; ${rounds} cold build${rounds === 1 ? '' : 's, their medians'}, then a rebuild for each change. ${time} In brackets: the ratio to the naive form.`,
    "The naive form is one stage, with one `RUN` for each command of a tutorial, recommended packages, no clean-up, and the whole folder copied before the packages of the language are installed; the expert's was written by hand, before ours.",
    ...results.flatMap(describeCase),
    '### All cases',
    summary(results),
  ].join('\n\n');
}

function describeCase({ name, title, measured }) {
  const failed = Object.entries(measured).filter(([, { failure }]) => failure !== undefined);
  const rows = Object.entries(measured)
    .filter(([, { failure }]) => failure === undefined)
    .map(([form, result]) => [form, ...Object.keys(metrics).map((metric) => cell(metric, result[metric], measured.naive?.[metric]))]);
  return [
    `### ${name}: ${title}`,
    table([['', ...Object.values(metrics)], ...rows]),
    ...failed.map(([form, { failure }]) => `${form}: does not build here. \`${failure}\``),
  ];
}

function cell(metric, value, naive) {
  if (value === undefined) return '–';
  const shown =
    { bytes: `${(value / 1e6).toFixed(0)} MB`, added: `${(value / 1e6).toFixed(0)} MB`, layers: String(value) }[metric] ?? `${value.toFixed(1)} s`;
  return naive === undefined || naive === value ? shown : `${shown} (${(value / naive).toFixed(2)})`;
}

function summary(results) {
  const rows = aims.map(({ metric, to, most, of, all }) => {
    const ratios = results
      .filter((one) => of?.holds(one) ?? true)
      .map(({ name, measured }) => ({ name, ratio: measured.ours?.[metric] / measured[to]?.[metric] }))
      .filter(({ ratio }) => !Number.isNaN(ratio))
      .sort((a, b) => a.ratio - b.ratio);
    const what = [metrics[metric], of?.where].filter(Boolean).join(', ');
    if (ratios.length === 0) return [what, to, String(most), '–', '–', '–'];
    const value = all ? ratios.at(-1).ratio : median(ratios.map(({ ratio }) => ratio));
    const each = ratios.map(({ name, ratio }) => `${name} ${ratio.toFixed(2)}`).join(', ');
    return [what, to, String(most), `${value.toFixed(2)} (${all ? 'most' : 'median'})`, value <= most ? 'met' : 'not met', each];
  });
  return table([['ours', 'to', 'aim, at most', 'ratio', '', 'case by case'], ...rows]);
}
