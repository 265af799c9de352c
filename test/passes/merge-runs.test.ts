import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/diagnostics.js';
import type { Program } from '../../src/ir/program.js';
import { lineScript } from '../../src/lower/run-script.js';
import { printDockerfile } from '../../src/print/dockerfile.js';
import { shellWord } from '../../src/shell-word.js';
import type { RunSpec } from '../../src/spec/spec.js';
import { mergeRuns } from '../../src/passes/merge-runs.js';
import { copy, debian, fromStage, label, run, shell, shown, at } from '../support/instructions.js';

describe('mergeRuns', () => {
  it('joins all adjacent runs, and nothing across another instruction', () => {
    const program = debian(
      run('cd /opt/zlib && make', { isolated: true }),
      run('ldconfig'),
      run('useradd app', { generated: true }),
      copy('.', '/app/'),
      run('make'),
      label({ a: '1' }),
      run('true'),
    );
    expect(shown(mergeRuns.apply(program))).toBe(`
(run (commands ("cd /opt/zlib && make" isolated) ("ldconfig") ("useradd app")))
(copy (sources ".") (to "/app/"))
(run (commands ("make")))
(label ("a" "1"))
(run (commands ("true")))
`);
  });

  it('does not join in a shell that has no subshells, set here or in the stage below', () => {
    const here = debian(shell('powershell', '-Command'), run('a'), run('b'));
    expect(mergeRuns.apply(here)).toBe(here);
    const below = { name: 'tools', origin: at('stages', 'tools'), instructions: [...debian(shell('/bin/cmd', '/S')).stages[0]!.instructions] };
    const program = { ...here, stages: [below, { origin: at(), instructions: [fromStage('tools'), run('a'), run('b')] }] };
    expect(mergeRuns.apply(program)).toBe(program);
  });
});

/** Each leaves a trace, fails, or changes its shell; some do several. */
const LINES = [
  'touch plain',
  'false',
  'mkdir -p sub && cd sub && touch in-sub',
  'export NAME=leaked',
  'touch "name-$NAME"',
  'false || touch alternative',
  'false && touch never',
  'touch before && false',
  'exit 0',
  'set -e; false; touch behind-failure',
  'cd sub; touch sequence',
  'false | true',
  '! true',
  'if true; then touch branch; fi',
  '( touch subshell; false )',
  'umask 077 && touch private',
  'touch "a;b"',
];

/** The commands that the builder would give to the shell, one for each RUN. */
function commandsOf(program: Program): readonly string[] {
  const { text } = printDockerfile(program, { comments: false }, createReport());
  const instructions = text.replaceAll(/ \\\n/g, ' ').split('\n');
  return instructions.flatMap((line) => (line.startsWith('RUN ') ? [line.slice(4)] : []));
}

/**
 * What a build of these commands leaves, or that it fails: each in a shell of its own and the same folder, until one fails. Without /dev/null, bash would take our
 * pipe for a remote login and read its start-up files.
 */
function buildScript(commands: readonly string[], shell: string): string {
  const steps = commands.map((command) => `${shell} ${shellWord(command)} </dev/null`);
  return `mkdir d && cd d && if ${steps.join(' && ')}; then find . -printf '%p %m\n' | LC_ALL=C sort | tr '\n' ','; else echo -n failed; fi; cd ..; rm -rf d; echo`;
}

function results(scripts: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-'));
  const { stdout } = spawnSync('sh', [], { cwd: folder, input: scripts.join('\n'), encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  rmSync(folder, { recursive: true });
  return stdout.trimEnd().split('\n');
}

describe.each([
  ['sh -c', []],
  ['bash -eo pipefail -c', [shell('bash', '-eo', 'pipefail', '-c')]],
])('a real %s', (shellCommand, setShell) => {
  it('leaves the same, or fails the same, after merged runs', () => {
    const step = { env: [] } as unknown as RunSpec;
    const pairs = LINES.flatMap((first) => LINES.map((second) => [first, second]));
    const programs = pairs.map((lines) => debian(...setShell, ...lines.map((line) => run(line, { script: lineScript(line, step) }))));
    const joined = programs.filter((program) => mergeRuns.apply(program) !== program);
    const scripts = (each: readonly Program[]) => each.map((program) => buildScript(commandsOf(program), shellCommand));
    const separate = results(scripts(joined));
    expect(results(scripts(joined.map(mergeRuns.apply))).map((result, index) => [shown(joined[index]!), result])).toEqual(
      separate.map((result, index) => [shown(joined[index]!), result]),
    );
    expect([joined.length, separate.length]).toEqual([144, 144]);
  });
});
