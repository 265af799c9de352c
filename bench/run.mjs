/**
 * `npm run bench`: what imagewright costs to start, and what its images cost to make and to keep, against the lesson's own way.
 *
 *     npm run bench                  prints both tables
 *     npm run bench -- start-up      one of them (start-up, images)
 *     npm run bench -- --write       writes docs/benchmarks.md too
 *
 * Ratios come from one run on one machine, each against its pair in the same round. Without an engine the second table is left out, and said to be.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { measureImages } from './images.mjs';
import { measureStartUp } from './start-up.mjs';

const args = process.argv.slice(2);
const parts = { 'start-up': measureStartUp, images: measureImages };
const wanted = Object.keys(parts).filter((name) => args.every((arg) => arg.startsWith('--')) || args.includes(name));

const text = ['# Benchmarks', 'Made by `npm run bench -- --write`; do not edit.', ...wanted.map((name) => parts[name]())].join('\n\n');
console.log(text);
if (args.includes('--write')) {
  const docs = new URL('../docs/', import.meta.url);
  mkdirSync(docs, { recursive: true });
  writeFileSync(new URL('benchmarks.md', docs), `${text}\n`);
}
