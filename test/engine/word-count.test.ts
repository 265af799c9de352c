/**
 * The main job, for real: the word-count example is built, run in every way that its README names, shared through a registry and run again, and its results are
 * compared with counts that are made here, by another program.
 */

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngine, docker } from '../support/engine.js';
import { copyProject, imagewright, repository } from '../support/project.js';

const image = 'word_count:0.1';
const shared = `127.0.0.1:5000/${image}`;
const texts = readdirSync(join(repository, 'examples/word-count/texts')).map((file) => file.replace(/\.txt$/, ''));
const everyResult = [...texts.flatMap((text) => [`${text}.dat`, `${text}.png`]), 'summary.tsv'].sort();

describeEngine('the word-count example', () => {
  let project: string;
  const results = (name = 'results') => join(project, name);

  /** A folder of the host that the container may write to, whoever it runs as. */
  function emptyFolder(name: string): string {
    rmSync(results(name), { recursive: true, force: true });
    mkdirSync(results(name));
    chmodSync(results(name), 0o777);
    return results(name);
  }

  beforeAll(() => {
    project = copyProject('examples/word-count');
    imagewright(['build'], project);
  });

  afterAll(() => {
    docker(['rmi', '-f', image, shared]);
    rmSync(dirname(project), { recursive: true, force: true });
  });

  it('is listed by "docker images" under its name and version', () => {
    expect(docker(['images', '--format', '{{.Repository}}:{{.Tag}}', image]).trim()).toBe(image);
  });

  it('writes the right results to the folder of the host, as whoever runs it, by its default command', () => {
    imagewright(['run'], project);
    expect(readdirSync(results()).sort()).toEqual(everyResult);
    expectRight(results());
    expect(ownersIn(results())).toEqual([`${process.getuid!()}:${process.getgid!()}`]);
  });

  it('runs the command that is given instead of the default one', () => {
    emptyFolder('results');
    imagewright(['run', '--', 'snakemake', '--cores', '1'], project);
    expect(readdirSync(results())).toEqual(['lighthouse.dat']);
    expect(readFileSync(join(results(), 'lighthouse.dat'), 'utf8')).toBe(countedHere('lighthouse'));
  });

  it('runs as any user', () => {
    const folder = emptyFolder('anybody');
    docker([
      'run',
      '--rm',
      '--user',
      '12345:6789',
      '-v',
      `${folder}:/opt/word_count/results`,
      image,
      'snakemake',
      '-s',
      'Snakefile_all',
      '--cores',
      '1',
    ]);
    expectRight(folder);
    expect(ownersIn(folder)).toEqual(['12345:6789']);
  });

  it('runs in the background', () => {
    emptyFolder('results');
    imagewright(['run', '-d', '--name', 'word-count-test'], project);
    try {
      expect(docker(['wait', 'word-count-test']).trim()).toBe('0');
      expectRight(results());
    } finally {
      docker(['rm', '-f', 'word-count-test']);
    }
  });

  it('gives a shell in a terminal', () => {
    const command = [process.execPath, join(repository, 'dist/cli.js'), 'run', '-it', '--', 'bash'].map((word) => `'${word}'`).join(' ');
    const said = execFileSync('script', ['-qec', command, '/dev/null'], {
      cwd: project,
      encoding: 'utf8',
      input: 'tty; pwd; echo 6 times 7 is $((6 * 7))\nexit\n',
    });
    expect(said).toContain('/dev/pts/0');
    expect(said).toContain('/opt/word_count');
    expect(said).toContain('6 times 7 is 42');
  });

  it('holds the program and its packages, but nothing that was only needed to make it', () => {
    const script = `
      dpkg -l | awk '$1 == "ii" && $2 ~ /^(python3|python3-venv|python3-pip-whl|python3.11-venv|gcc|nano)$/ { print $2 }'
      find /var/lib/apt/lists /var/cache/apt /tmp /root/.cache -type f -size +0 2>/dev/null
      pip list 2>/dev/null | grep -E '^(matplotlib|numpy|snakemake) '`;
    expect(docker(['run', '--rm', image, 'sh', '-c', script]).replace(/ +/g, ' ')).toBe(
      'python3\nmatplotlib 3.11.2\nnumpy 2.4.6\nsnakemake 9.27.1\n',
    );
  });

  it('gives the same results when it was pushed, removed and pulled', () => {
    const [before, after] = [emptyFolder('before'), emptyFolder('after')];
    docker(['run', '--rm', '-v', `${before}:/opt/word_count/results`, image]);
    docker(['tag', image, shared]);
    docker(['push', shared]);
    docker(['rmi', image, shared]);
    expect(docker(['images', '-q', image])).toBe('');
    docker(['pull', shared]);
    docker(['run', '--rm', '-v', `${after}:/opt/word_count/results`, shared]);
    expectRight(after);
    expect(readdirSync(after)).toEqual(readdirSync(before));
    for (const name of readdirSync(before)) expect(readFileSync(join(after, name)).equals(readFileSync(join(before, name))), name).toBe(true);
  });
});

/** Checks everything in a results folder: the counts line by line, the summary, and that the pictures are pictures of the right size. */
function expectRight(folder: string): void {
  for (const text of texts) {
    expect(readFileSync(join(folder, `${text}.dat`), 'utf8')).toBe(countedHere(text));
    expect(pictureSize(join(folder, `${text}.png`))).toBe('800x450');
  }
  expect(readFileSync(join(folder, 'summary.tsv'), 'utf8')).toBe(summarisedHere());
}

/** Counts without regular expressions or Python: letter by letter. */
function countedWords(text: string): [string, number][] {
  const counts = new Map<string, number>();
  let word = '';
  for (const letter of `${text.toLowerCase()} `) {
    if (letter.toUpperCase() !== letter || letter === "'") word += letter;
    else {
      while (word.startsWith("'")) word = word.slice(1);
      while (word.endsWith("'")) word = word.slice(0, -1);
      if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
      word = '';
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function wordsOf(text: string): [string, number][] {
  return countedWords(readFileSync(join(repository, 'examples/word-count/texts', `${text}.txt`), 'utf8'));
}

function countedHere(text: string): string {
  const words = wordsOf(text);
  const total = words.reduce((sum, [, count]) => sum + count, 0);
  return words.map(([word, count]) => `${word} ${count} ${((100 * count) / total).toFixed(4)}\n`).join('');
}

function summarisedHere(): string {
  const rows = [...texts].sort().map((text) => {
    const [first, second] = wordsOf(text).map(([, count]) => count) as [number, number];
    return `${text}\t${first}\t${second}\t${(first / second).toFixed(2)}\n`;
  });
  return `text\tfirst\tsecond\tratio\n${rows.join('')}`;
}

function pictureSize(path: string): string {
  const bytes = readFileSync(path);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

function ownersIn(folder: string): string[] {
  expect(existsSync(folder)).toBe(true);
  const owners = readdirSync(folder)
    .map((name) => statSync(join(folder, name)))
    .map(({ uid, gid }) => `${uid}:${gid}`);
  return [...new Set(owners)];
}
