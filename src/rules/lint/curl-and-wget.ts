/** A stage in which both curl and wget are called. A policy. */

import type { Program, Stage } from '../../ir/program.js';
import { stageScripts } from '../read/scripts.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const curlAndWget = lintRule({
  name: 'curl-and-wget',
  level: 'off',
  summary: 'a stage downloads with one program',
  why: 'Each brings its own libraries; one of them can do all.',
  bad: { base: 'debian:bookworm-slim', apt: ['curl', 'wget'], run: ['curl -sSfo /a https://example.org/a', 'wget -qO /b https://example.org/b'] },
  good: { base: 'debian:bookworm-slim', apt: ['curl'], run: ['curl -sSfo /a https://example.org/a'] },
  also: ['DL4001'],
  check: (program) => program.stages.flatMap((stage) => checkStage(program, stage)),
});

function checkStage(program: Program, stage: Stage): readonly Finding[] {
  const scripts = stageScripts(program, stage);
  const calling = (name: string) => scripts.find(({ commands }) => commands.some(({ words }) => words[0] === name));
  const [curl, wget] = [calling('curl'), calling('wget')];
  if (curl === undefined || wget === undefined) return [];
  const later = scripts.indexOf(curl) > scripts.indexOf(wget) ? curl : wget;
  return [{ origin: later.origin, message: 'the stage downloads with both curl and wget', hint: 'take one of them for all' }];
}
