import { expect, it } from 'vitest';
import { aptInScript } from '../../../src/rules/lint/apt-in-script.js';
import { findings, fixes } from '../../support/lint.js';

it('reports apt, and accepts what is for scripts', () => {
  expect(findings(aptInScript, { run: ['apt update && apt -y install git', 'apt-get update', 'echo apt install', 'dpkg -l'] })).toEqual([
    'run[0]: "apt update" is for people at a terminal',
    'run[0]: "apt install" is for people at a terminal',
  ]);
});

it('calls apt-get where it is the same', () => {
  const edit = { kind: 'replace', path: ['run', 0], text: 'apt update', by: 'apt-get update' };
  expect(fixes(aptInScript, { run: ['apt update', 'apt list'] })).toEqual([{ title: 'call apt-get update', edits: [edit] }, undefined]);
});
