import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instruction } from '../../src/ir/instruction.js';
import type { Program } from '../../src/ir/program.js';
import { printDockerignore } from '../../src/print/dockerignore.js';
import { describeEngine, docker } from '../support/engine.js';
import { fromImage, programOf } from '../support/print-instructions.js';

const origins = [{ path: ['copy'] }];

const files = [
  ...['image.ts', 'Dockerfile', 'Dockerfile.dockerignore', 'README.md', 'notes/plan.txt', '.env', '.env.local', '.git/config', '.git/objects/canary'],
  ...['src/count.py', 'src/.env', 'src/deep/.env.production', 'src/deep/plot.py', 'src/vendored/.git/config', 'src-old/count.py'],
  ...['data/isles.txt', 'data/abyss.txt', 'data/raw/isles.bin', '#1.txt', 'two words.txt', 'requirements.txt', 'constraints.txt'],
];

const copy = (...sources: readonly string[]): Instruction => ({ kind: 'copy', origins, sources, to: '/app/', exclude: [] });

describeEngine('the build context under the derived Dockerfile.dockerignore', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'context-'));
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), 'canary');
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What the builder is sent: all of it that a Dockerfile beside this one could copy. */
  function contextUnder(program: Program): readonly string[] {
    const build = mkdtempSync(join(tmpdir(), 'context-build-'));
    writeFileSync(join(build, 'Probe'), 'FROM scratch\nCOPY . /\n');
    writeFileSync(join(build, 'Probe.dockerignore'), printDockerignore(program));
    docker(['build', '--quiet', '--output', `type=local,dest=${join(build, 'out')}`, '--file', join(build, 'Probe'), folder]);
    const entries = readdirSync(join(build, 'out'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const found = entries.map((entry) => join(entry.parentPath, entry.name).slice(join(build, 'out').length + 1));
    rmSync(build, { recursive: true });
    return found.sort();
  }

  it('has nothing that no COPY and no mount names', () => {
    const mounted: Instruction = {
      kind: 'run',
      origins,
      script: { form: 'exec', argv: ['true'] },
      mounts: [
        { type: 'bind', source: 'requirements.txt', target: '/tmp/requirements.txt' },
        { type: 'bind', source: 'constraints.txt', target: '/x', from: 'build' },
      ],
      verbatim: false,
    };
    const program = programOf({
      build: [fromImage('scratch'), copy('./src/')],
      final: [fromImage('scratch'), copy('data/*.txt', '#1.txt', '/two words.txt'), mounted],
    });
    expect(contextUnder(program)).toEqual(
      ['#1.txt', 'data/abyss.txt', 'data/isles.txt', 'requirements.txt', 'src/count.py', 'src/deep/plot.py', 'two words.txt'].sort(),
    );
  });

  it('is empty when nothing is copied', () => {
    expect(contextUnder(programOf({ final: [fromImage('scratch')] }))).toEqual([]);
  });

  it('has neither secrets nor history nor the files of imagewright when the whole folder is copied', () => {
    expect(contextUnder({ ...programOf({ final: [fromImage('scratch'), copy('.')] }), ignore: ['notes', '**/*.bin'] })).toEqual(
      [
        ...['#1.txt', 'README.md', 'constraints.txt', 'data/abyss.txt', 'data/isles.txt', 'requirements.txt', 'src-old/count.py', 'src/count.py'],
        ...['src/deep/plot.py', 'two words.txt'],
      ].sort(),
    );
  });

  it('has the secret or the history that a COPY names itself', () => {
    expect(contextUnder(programOf({ final: [fromImage('scratch'), copy('src/.env', '.git')] }))).toEqual([
      '.git/config',
      '.git/objects/canary',
      'src/.env',
    ]);
  });

  it('has what "ignore" takes back in', () => {
    expect(contextUnder({ ...programOf({ final: [fromImage('scratch'), copy('src')] }), ignore: ['!src/.env', '**/deep'] })).toEqual([
      'src/.env',
      'src/count.py',
    ]);
  });
});
