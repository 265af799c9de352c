import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith, programFolder } from '../../support/command.js';
import { onlyRules } from '../../support/only-rules.js';

const rules = onlyRules('sudo', 'copied-secret', 'shell-form-command', 'ignore-without-reason', 'unused-ignore');

/** A definition with these lines, of the rules above. */
const image = (...lines: readonly string[]) => `export default {
  base: 'debian:bookworm-slim',
${lines.map((line) => `  ${line}\n`).join('')}  lint: ${rules},
};
`;

const sudo = image("run: ['sudo make tides'],");
const sudoFinding = `image.ts:3:9 warning run[0]: "sudo make tides" calls sudo, which an image does not need   (sudo)
  3 |   run: ['sudo make tides'],
    |         ^^^^^^^^^^^^^^^^^
hint: leave it out: a build runs as root; where the step runs as another user, give it user: 'root'
`;

interface Result {
  readonly ok: boolean;
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly origin?: string; readonly line?: number }[];
  readonly ignored?: readonly { readonly code: string; readonly reason?: string }[];
}

function json(args: readonly string[], folder: string) {
  const { status, stdout } = command(['lint', '--json', ...args], folder);
  const { ok, diagnostics, ignored } = JSON.parse(stdout) as Result;
  return { status, ok, found: diagnostics.map(({ code, severity, origin, line }) => `${line} ${severity} ${origin ?? ''} ${code}`), ignored };
}

describe('lint', () => {
  it('is content with a definition in which the rules find nothing, and needs no engine and no Dockerfile', () => {
    const folder = folderWith({ 'image.ts': image("run: ['make tides'],") });
    expect(command(['lint'], folder)).toEqual({ status: 0, stdout: '', stderr: 'no findings\n' });
    expect(readdirSync(folder)).toEqual(['image.ts']);
  });

  it('tells what they find where image.ts says it, and ends with 1', () => {
    expect(command(['lint'], folderWith({ 'image.ts': sudo }))).toEqual({
      status: 1,
      stdout: sudoFinding,
      stderr: '1 finding; "imagewright lint --fix" mends it\n',
    });
  });

  it('tells what compile() warns of, too, once', () => {
    const folder = folderWith({ 'image.ts': image("copy: { '.env': '/srv/.env' },", "run: ['sudo make tides'],"), '.env': '' });
    expect(json([], folder)).toMatchObject({ status: 1, ok: false, found: ['3 warning copy[".env"] copied-secret', '4 warning run[0] sudo'] });
  });

  it('ends with 2 where the definition does not compile', () => {
    const folder = folderWith({ 'image.ts': "export default { base: 'debian:bookworm-slim', aptt: ['git'] };\n" });
    const { status, stdout, stderr } = command(['lint'], folder);
    expect({ status, stdout, first: stderr.split('\n')[0] }).toEqual({
      status: 2,
      stdout: '',
      first: 'image.ts:1:48 error aptt: unknown field "aptt"   (unknown-field)',
    });
  });

  it('tells what several images have from one place once, and of one image with --name', () => {
    const folder = folderWith({
      'image.ts': `const shared = { base: 'debian:bookworm-slim', run: ['sudo make'], lint: ${rules} };
export default { high: { ...shared, name: 'high' }, low: { ...shared, name: 'low', cmd: 'ebb "$SEA"' } };
`,
    });
    expect(json([], folder).found).toEqual(['1 warning high.run[0] sudo', '2 warning low.cmd shell-form-command']);
    expect(json(['--name', 'high'], folder).found).toEqual(['1 warning high.run[0] sudo']);
  });

  it('tells what a preset says where the preset is named', () => {
    const folder = folderWith({
      'image.ts': `import { defineImage, definePreset } from 'imagewright';
const tides = definePreset({ name: 'tides', define: () => ({ run: ['sudo make'] }) });
export default defineImage({ base: 'debian:bookworm-slim', presets: [tides()], lint: ${rules} });
`,
    });
    expect(command(['lint'], folder).stdout.split('\n').slice(0, 1)).toEqual([
      'image.ts:3:70 warning run[0] (preset tides): "sudo make" calls sudo, which an image does not need   (sudo)',
    ]);
  });
});

describe('levels', () => {
  it('are those of the definition, and --rule wins', () => {
    const folder = folderWith({ 'image.ts': sudo.replace('"unused-argument":"off"', '"sudo":"error"') });
    expect(json([], folder).found).toEqual(['3 error run[0] sudo']);
    expect(json(['--rule', 'sudo=warning'], folder).found).toEqual(['3 warning run[0] sudo']);
    expect(json(['--rule', 'sudo=off'], folder)).toMatchObject({ status: 0, ok: true, found: [] });
  });

  it('are those of what compile() warns of, too', () => {
    const folder = folderWith({ 'image.ts': image("copy: { '.env': '/srv/.env' },"), '.env': '' });
    expect(json(['--rule', 'copied-secret=error'], folder).found).toEqual(['3 error copy[".env"] copied-secret']);
    expect(json(['--rule', 'copied-secret=off'], folder).found).toEqual([]);
    writeFileSync(join(folder, 'image.ts'), image("copy: { '.env': '/srv/.env' },").replace('lint: {', 'lint: { "copied-secret": "off", '));
    expect(command(['generate', '--stdout'], folder).stderr).toBe('');
    expect(json(['--rule', 'copied-secret=warning'], folder).found).toEqual(['3 warning copy[".env"] copied-secret']);
  });

  it('are listed', () => {
    const { status, stdout } = command(['lint', '--list', '--rule', 'sudo=off'], folderWith({}));
    const lines = stdout.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' | '));
    expect({ status, lines }).toEqual({
      status: 0,
      lines: expect.arrayContaining([
        'copied-secret | warning | files that hold secrets stay out of the image',
        'sudo | off | no script calls sudo',
      ]) as string[],
    });
    const { rules: listed } = JSON.parse(command(['lint', '--list', '--json'], folderWith({})).stdout) as { rules: readonly object[] };
    expect(listed).toContainEqual({
      name: 'sudo',
      level: 'warning',
      summary: 'no script calls sudo',
      why: expect.any(String) as string,
      also: ['DL3004'],
    });
  });
});

describe('a comment that ignores findings', () => {
  const secret = (comment: string) => ({ 'image.ts': image(`copy: { '.env': '/srv/.env' }, ${comment}`), '.env': '' });

  it('is obeyed on the line and above it, with its reason in the result', () => {
    const folder = folderWith({ 'image.ts': image('// imagewright-ignore sudo: the base has it', "run: ['sudo make'],") });
    expect(command(['lint'], folder)).toEqual({ status: 0, stdout: '', stderr: 'no findings, 1 ignored\n' });
    expect(json([], folder).ignored).toMatchObject([{ code: 'sudo', reason: 'the base has it' }]);
  });

  it('is obeyed by other verbs, too', () => {
    const folder = folderWith(secret('// imagewright-ignore copied-secret: it is an example'));
    expect(command(['generate', '--stdout'], folder).stderr).toBe('');
    expect(command(['generate', '--stdout'], folderWith(secret('')))).toMatchObject({ stderr: expect.stringMatching(/\(copied-secret\)/) as string });
  });

  it('is a finding itself without a reason, and where it ignores nothing', () => {
    const { stdout } = command(['lint'], folderWith(secret('// imagewright-ignore copied-secret, sudo, shel-form-command')));
    const marks = '^'.repeat('// imagewright-ignore copied-secret, sudo, shel-form-command'.length);
    const frame = `  3 |   copy: { '.env': '/srv/.env' }, // imagewright-ignore copied-secret, sudo, shel-form-command\n    |                                  ${marks}\n`;
    expect(stdout).toBe(`image.ts:3:34 warning: this comment ignores a finding, and does not say why   (ignore-without-reason)
${frame}hint: write it behind a colon: imagewright-ignore copied-secret, sudo, shel-form-command: why

image.ts:3:34 warning: "sudo" finds nothing here   (unused-ignore)
${frame}hint: take it out

image.ts:3:34 warning: "shel-form-command" finds nothing here   (unused-ignore)
${frame}hint: did you mean "shell-form-command"?
`);
  });

  it('is not called unused where its rule is off, where an engine alone would find it, or of one image of several', () => {
    const folder = folderWith(secret('// imagewright-ignore copied-secret, unused-argument, stage-name-casing: because'));
    expect(json([], folder)).toMatchObject({ status: 0, found: [] });
    const two = `const tides = { base: 'debian:bookworm-slim', lint: ${rules} };
export default { high: tides, low: { ...tides, run: ['sudo make'] } }; // imagewright-ignore sudo: because
`;
    expect(json(['--name', 'high'], folderWith({ 'image.ts': two }))).toMatchObject({ status: 0, found: [] });
  });

  it('may stand in another file, where the finding is', () => {
    const folder = folderWith({
      'steps.ts': "export const steps = [\n  'sudo make', // imagewright-ignore sudo: the base has it\n  'sudo date',\n];\n",
      'image.ts': `import { steps } from './steps.js';\nexport default { base: 'debian:bookworm-slim', run: steps, lint: ${rules} };\n`,
    });
    expect(command(['lint'], folder).stdout.split('\n')[0]).toBe(
      'steps.ts:3:3 warning run[1]: "sudo date" calls sudo, which an image does not need   (sudo)',
    );
    expect(json([], folder).found).toEqual(['3 warning run[1] sudo']);
  });
});

describe('--reporter', () => {
  it('json is what --json is', () => {
    const folder = folderWith({ 'image.ts': sudo });
    expect(command(['lint', '--reporter', 'json'], folder)).toEqual(command(['lint', '--json'], folder));
    const wrong = folderWith({ 'image.ts': 'export default { base: 7 };\n' });
    const { status, stdout } = command(['lint', '--reporter', 'json'], wrong);
    expect({ status, ok: (JSON.parse(stdout) as Result).ok }).toEqual({ status: 2, ok: false });
  });

  it('github tells commands of a workflow, of a definition that does not compile as well', () => {
    expect(command(['lint', '--reporter', 'github'], folderWith({ 'image.ts': sudo })).stdout).toBe(
      `::warning file=image.ts,line=3,col=9,endLine=3,endColumn=26,title=sudo::run[0]: "sudo make tides" calls sudo, which an image does not need%0Ahint: leave it out: a build runs as root; where the step runs as another user, give it user: 'root'\n`,
    );
    const { status, stdout, stderr } = command(['lint', '--reporter', 'github'], folderWith({ 'image.ts': 'export default { base: 7 };\n' }));
    expect({ status, stderr, kind: stdout.split(',')[0] }).toEqual({ status: 2, stderr: '', kind: '::error file=image.ts' });
  });

  it('sarif tells a log', () => {
    const { status, stdout } = command(['lint', '--reporter', 'sarif'], folderWith({ 'image.ts': sudo }));
    const { version, runs } = JSON.parse(stdout) as {
      readonly version: string;
      readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
    };
    expect({ status, version, found: runs[0]?.results.map(({ ruleId }) => ruleId) }).toEqual({ status: 1, version: '2.1.0', found: ['sudo'] });
  });
});

describe('--fix', () => {
  it('mends what can be mended, in the file alone, and tells what is left', () => {
    const before = image('// What is made.', "run: ['sudo make tides', 'date'], // every day", "cmd: 'ebb $SEA',");
    const folder = folderWith({ 'image.ts': before });
    const { status, stdout, stderr } = command(['lint', '--fix'], folder);
    expect({ status, first: stdout.split('\n')[0], stderr }).toEqual({
      status: 1,
      first:
        'image.ts:5:8 warning cmd: "ebb $SEA" is run by a shell, so that signals do not reach it unless the shell passes them on   (shell-form-command)',
      stderr: 'mended image.ts run[0]: leave sudo out\n1 finding\n',
    });
    expect(readFileSync(join(folder, 'image.ts'), 'utf8')).toBe(before.replace('sudo ', ''));
    expect(readdirSync(folder)).toEqual(['image.ts']);
  });

  it('prints a diff with --dry-run, and writes nothing', () => {
    const folder = folderWith({ 'image.ts': sudo });
    expect(command(['lint', '--fix', '--dry-run'], folder)).toEqual({
      status: 1,
      stdout: `--- image.ts
+++ image.ts
@@ -1,5 +1,5 @@
 export default {
   base: 'debian:bookworm-slim',
-  run: ['sudo make tides'],
+  run: ['make tides'],
   lint: ${rules},
 };
`,
      stderr: '',
    });
    expect(readFileSync(join(folder, 'image.ts'), 'utf8')).toBe(sudo);
    expect(command(['lint', '--fix', '--dry-run'], folderWith({ 'image.ts': image("run: ['make'],") }))).toEqual({
      status: 0,
      stdout: '',
      stderr: 'there is nothing to mend\n',
    });
  });

  it('tells what to write where the file cannot be edited safely', () => {
    const text = `const tides = 'sudo make';\n${image('run: [tides],', 'labels: { tides },')}`;
    const folder = folderWith({ 'image.ts': text });
    const { status, stderr } = command(['lint', '--fix'], folder);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `image.ts:4:9 sudo is not mended: "tides" is used more than once; take 'sudo ' out of run[0]
1 finding
`,
    });
    expect(readFileSync(join(folder, 'image.ts'), 'utf8')).toBe(text);
  });

  it('leaves no file that does not compile: a change that breaks it is taken back, the others stay', () => {
    const guard = "if (tides.run[0] === 'make') throw new Error('ebb');\n";
    const text = `const tides = { run: ['sudo make', 'sudo date'], base: 'debian:bookworm-slim', lint: ${rules} };\n${guard}export default tides;\n`;
    const folder = folderWith({ 'image.ts': text });
    const { stderr } = command(['lint', '--fix'], folder);
    expect(stderr).toContain('is not mended');
    expect(readFileSync(join(folder, 'image.ts'), 'utf8')).toBe(text);
    const second = text
      .replace('const tides = {', 'const tides = { ')
      .replace(guard, '')
      .replace("run: ['sudo make'", "run: [process.env.SEA ?? 'sudo make'");
    const other = folderWith({ 'image.ts': second });
    command(['lint', '--fix'], other);
    expect(readFileSync(join(other, 'image.ts'), 'utf8')).toBe(second.replace("'sudo date'", "'date'"));
  });

  it('mends JSON as JSON, and each of several images in its place', () => {
    const json = folderWith({ 'image.json': `\ufeff{\n  "base": "debian:bookworm-slim",\n  "run": ["sudo make", "date"],\n  "lint": ${rules}\n}\n` });
    expect(command(['lint', '--fix'], json)).toEqual({ status: 0, stdout: '', stderr: 'mended image.json run[0]: leave sudo out\nno findings\n' });
    expect(readFileSync(join(json, 'image.json'), 'utf8')).toBe(
      `\ufeff{\n  "base": "debian:bookworm-slim",\n  "run": ["make", "date"],\n  "lint": ${rules}\n}\n`,
    );
    const text = `const shared = { base: 'debian:bookworm-slim', lint: ${rules} };
export default {
  high: { ...shared, name: 'high', run: ['sudo ebb'] },
  low: { ...shared, name: 'low', run: ['date', 'sudo flow'] },
};
`;
    const several = folderWith({ 'image.mts': text });
    expect(command(['lint', '--fix'], several).stderr).toBe(
      'mended image.mts high.run[0]: leave sudo out\nmended image.mts low.run[1]: leave sudo out\nno findings\n',
    );
    expect(readFileSync(join(several, 'image.mts'), 'utf8')).toBe(text.replaceAll('sudo ', ''));
  });

  it('leaves nothing behind where it is interrupted', () => {
    const folder = folderWith({
      'image.ts': `import { existsSync, writeFileSync } from 'node:fs';
if (existsSync('seen')) process.kill(process.pid, 'SIGINT'), await new Promise((resolve) => setTimeout(resolve, 5000));
else writeFileSync('seen', '');
${sudo}`,
    });
    expect(command(['lint', '--fix'], folder).status).toBe(130);
    expect(readdirSync(folder).sort()).toEqual(['image.ts', 'seen']);
    expect(readFileSync(join(folder, 'image.ts'), 'utf8')).toContain('sudo make tides');
  });

  it('leaves a file alone that somebody changes meanwhile', () => {
    const folder = folderWith({
      'image.ts': `import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
if (existsSync('seen')) appendFileSync('image.ts', '// by hand\\n');
else writeFileSync('seen', '');
${sudo}`,
    });
    const { status, stderr } = command(['lint', '--fix'], folder);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'error: image.ts has changed meanwhile; it is left as it is   (file-changed)\nhint: run it again\n',
    });
    expect(readFileSync(join(folder, 'image.ts'), 'utf8')).toContain('sudo make tides');
  });
});

describe('--engine-check', () => {
  it('tells what an engine has no check', () => {
    const folder = folderWith({ 'image.ts': sudo });
    expect(command(['lint', '--engine-check', '--engine', 'buildah'], folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: buildah has no check of Dockerfiles; that is of Docker's BuildKit   (no-engine-check)
hint: leave out --engine, or --engine-check
`,
    });
    const legacy = folderWith({ 'image.ts': image("name: 'tides',", "dockerfile: { for: 'legacy' },") });
    expect(command(['lint', '--engine-check'], legacy).stderr)
      .toBe(`error: "tides" is for the builder without BuildKit, which has no check of Dockerfiles   (no-engine-check)
hint: leave out --engine-check
`);
  });

  it('tells that there is none, or that it is too old', () => {
    const folder = folderWith({ 'image.ts': sudo });
    expect(command(['lint', '--engine-check'], folder)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^error: docker is not installed; /) as string,
    });
    const old = programFolder('docker', '[ "$1" = buildx ] || { echo "unknown flag: --call" >&2; exit 125; }');
    expect(command(['lint', '--engine-check'], folder, { PATH: old })).toMatchObject({
      status: 2,
      stderr: `error: docker's builder is too old to check Dockerfiles: unknown flag: --call   (no-engine-check)
hint: buildx 0.16 or newer does, with Docker 27 or newer
`,
    });
  });
});

describe('usage', () => {
  it.each([
    [['--json', '--reporter', 'sarif'], '--json and --reporter sarif are two forms'],
    [['--dry-run'], '--dry-run is about --fix'],
    [['--fix', '--dry-run', '--reporter', 'sarif'], '--dry-run prints a diff, and --reporter sarif findings'],
    [['--engine', 'docker'], '--engine is about --engine-check'],
    [['--rule', 'sudoo=off'], 'there is no rule "sudoo"'],
  ])('%j', (args, message) => {
    const { status, stdout, stderr } = command(['lint', ...args], folderWith({ 'image.ts': sudo }));
    expect({ status, told: `${stdout}${stderr}`.includes(args.includes('--json') ? message : `error: ${message}   (`) }).toEqual({
      status: 2,
      told: true,
    });
  });
});
