/**
 * A form of a case: built without any cache (cold), then again with one change after the other, each made to the sources as they are committed. What the image
 * answers, and that it has what the change was for, is looked at every time.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, closeScope, docker, openScope } from './builder.mjs';
import { changesOf, inRound, isGenerated, place, roundsOf } from './cases.mjs';
import { median } from './table.mjs';

/** Seconds: what is quicker is done several times, where the change can be another one each time. */
const quick = 10;

/** @returns `failure`, the engine's own words, where the form does not build as it is */
export function measureForm(one, form, { base, round }) {
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-bench-'));
  const site = { one, form, folder, tag: `imagewright-bench:${one.name}-${form}`, scope: openScope(`${one.name}_${form}_${round}`) };
  try {
    place(one, form, folder);
    const cold = coldBuild(site);
    if (cold.failure !== undefined) return cold;
    const result = { ...imageOf(site.tag, base), answer: said(site.tag, one.answer), cold: cold.seconds, processor: cold.processor };
    const names = changesOf(one, form);
    for (const name of names) mustFail(site, name);
    for (const name of names) result[name] = rebuildSeconds(site, name);
    return result;
  } finally {
    closeScope(site.scope);
    rmSync(folder, { recursive: true });
  }
}

function coldBuild(site) {
  try {
    return noted(site, 'cold', build(site, ['--no-cache']));
  } catch (error) {
    if (!isGenerated(site.form)) throw error;
    return { failure: error.message.trim().split('\n').at(-1) };
  }
}

function rebuildSeconds(site, name) {
  const seconds = [rebuild(site, name, 1)];
  const rounds = seconds[0] < quick ? roundsOf(site.one.changes[name]) : 1;
  for (let round = 2; round <= rounds; round++) seconds.push(rebuild(site, name, round));
  return median(seconds);
}

function rebuild(site, name, round) {
  const { one, form, folder, tag } = site;
  place(one, form, folder, { change: one.changes[name], round });
  const { seconds } = noted(site, name, build(site));
  said(tag, proofOf(one, name, round));
  return seconds;
}

/** A proof that holds before the change would prove nothing. */
function mustFail({ one, form, tag }, name) {
  for (let round = 1; round <= roundsOf(one.changes[name]); round++) {
    const proof = proofOf(one, name, round);
    if (succeeds(tag, proof)) throw new Error(`${one.name}, ${form}: ${proof.join(' ')} succeeds without the change "${name}"`);
  }
}

function proofOf(one, name, round) {
  return one.changes[name].proof.map((word) => inRound(word, one.changes[name], round));
}

function succeeds(tag, command) {
  try {
    said(tag, command);
    return true;
  } catch {
    return false;
  }
}

function said(tag, [program, ...args]) {
  return docker(['run', '--rm', '--entrypoint', program, tag, ...args]);
}

function imageOf(tag, base) {
  const bytes = unpackedBytes(tag);
  const layers = JSON.parse(docker(['image', 'inspect', '--format', '{{json .RootFS.Layers}}', tag]));
  return { bytes, added: bytes - unpackedBytes(base), layers: layers.length };
}

/** What the layers hold, as `docker history` counts it. */
function unpackedBytes(image) {
  const sizes = docker(['history', '--human=false', '--format', '{{.Size}}', image]).trim().split('\n');
  return sizes.reduce((sum, size) => sum + Number(size), 0);
}

function noted({ one, form }, what, took) {
  const { wall, commands, engine } = took;
  const parts = commands === undefined ? '' : `, processor ${commands.toFixed(1)} s in its commands and ${engine.toFixed(1)} s in the engine`;
  console.error(`${one.name}, ${form}, ${what}: wall ${wall.toFixed(1)} s${parts}`);
  return took;
}
