/**
 * Images: every case in every form that it has, built and changed, all from the same base. A form that does not build here is in the table with the reason.
 *
 * In a round every form of a case is built without any cache (cold), then again with one change after the other, each made to the sources as they are committed.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, closeScope, docker, engineAnswers, openScope, removeImage } from './builder.mjs';
import { changes, mayFail, place, readCases } from './cases.mjs';
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
    for (let round = 0; round < rounds; round++) for (const form of wanted) measured[form].push(measureForm(one, form, round));
    sameAnswers(one, measured);
    return { ...one, measured: Object.fromEntries(wanted.map((form) => [form, middle(measured[form])])) };
  });
  return describeImages(results, { base, rounds });
}

/** `failure`: the engine's own words, where the form does not build as it is. */
function measureForm(one, form, round) {
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-bench-'));
  const tag = `imagewright-bench:${one.name}-${form}`;
  const scope = openScope(`${one.name}_${form}_${round}`);
  try {
    place(one, form, folder);
    const cold = coldBuild(folder, tag, scope, form);
    if (cold.failure !== undefined) return cold;
    const result = { ...imageOf(tag), answer: said(tag, one.answer), cold: cold.seconds, processor: cold.processor };
    note(one, form, 'cold', cold);
    for (const [name, change] of Object.entries(one.changes)) {
      if (succeeds(tag, change.proof)) throw new Error(`${one.name}, ${form}: ${change.proof.join(' ')} succeeds without the change "${name}"`);
    }
    for (const name of Object.keys(changes).filter((key) => key in one.changes)) {
      place(one, form, folder, one.changes[name]);
      const again = build(folder, tag, scope);
      said(tag, one.changes[name].proof);
      result[name] = again.seconds;
      note(one, form, name, again);
    }
    return result;
  } finally {
    removeImage(tag);
    closeScope(scope);
    rmSync(folder, { recursive: true });
  }
}

function coldBuild(folder, tag, scope, form) {
  try {
    return build(folder, tag, scope, ['--no-cache']);
  } catch (error) {
    if (!mayFail(form)) throw error;
    return { failure: error.message.trim().split('\n').at(-1) };
  }
}

/** What the layers hold, as `docker history` counts it. */
function unpackedBytes(image) {
  const sizes = docker(['history', '--human=false', '--format', '{{.Size}}', image]).trim().split('\n');
  return sizes.reduce((sum, size) => sum + Number(size), 0);
}

function imageOf(tag) {
  const bytes = unpackedBytes(tag);
  return {
    bytes,
    added: bytes - unpackedBytes(base),
    layers: JSON.parse(docker(['image', 'inspect', '--format', '{{json .RootFS.Layers}}', tag])).length,
  };
}

function said(tag, [program, ...args]) {
  return docker(['run', '--rm', '--entrypoint', program, tag, ...args]);
}

function succeeds(tag, command) {
  try {
    said(tag, command);
    return true;
  } catch {
    return false;
  }
}

/** The images are for the same purpose, or there is nothing to compare. */
function sameAnswers(one, measured) {
  const answers = new Map(
    Object.entries(measured).flatMap(([form, all]) => all.filter(({ failure }) => failure === undefined).map(({ answer }) => [answer, form])),
  );
  if (answers.size > 1)
    throw new Error(`${one.name}: the images answer differently\n${[...answers].map(([answer, form]) => `${form}: ${answer}`).join('\n')}`);
}

/** Of each number the median of the rounds. */
function middle(results) {
  const failed = results.find(({ failure }) => failure !== undefined);
  const ofAll = ([key, value]) => [key, typeof value === 'number' ? median(results.map((result) => result[key])) : value];
  return failed ?? Object.fromEntries(Object.entries(results[0]).map(ofAll));
}

function note(one, form, what, { wall, commands, engine }) {
  const parts = commands === undefined ? '' : `, processor ${commands.toFixed(1)} s in its commands and ${engine.toFixed(1)} s in the engine`;
  console.error(`${one.name}, ${form}, ${what}: wall ${wall.toFixed(1)} s${parts}`);
}
