import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReport, type Diagnostic } from '../../src/diagnostics.js';
import { compile } from '../../src/pipeline.js';
import { definePreset } from '../../src/spec/define-preset.js';
import { resolve } from '../../src/spec/resolve.js';
import { run } from '../../src/spec/steps.js';
import type { ImageDefinition } from '../../src/spec/types.js';

/** What is wrong with a definition that plain JavaScript or JSON may hold. */
function faultsOf(definition: unknown): readonly Diagnostic[] {
  const report = createReport();
  resolve(definition as object, {}, report);
  return report.diagnostics;
}

test('a device that has no name as CDI has them', () => {
  expect(faultsOf({ base: 'debian:12', run: [{ script: 'make', devices: ['nvidia.com/gpu=all', '/dev/fuse'] }] })).toEqual([
    {
      code: 'bad-device',
      severity: 'error',
      origin: { path: ['run', 0, 'devices', 1] },
      message: '"/dev/fuse" is no name of a device',
      hint: "write it as CDI has it: 'nvidia.com/gpu=all'",
    },
  ]);
});

describe('unknown fields', () => {
  test('of the definition, one near and one not', () => {
    expect(faultsOf({ base: 'debian:12', aptt: ['git'], zzzzzz: 1 })).toEqual([
      { code: 'unknown-field', severity: 'error', origin: { path: ['aptt'] }, message: 'unknown field "aptt"', hint: 'did you mean "apt"?' },
      {
        code: 'unknown-field',
        severity: 'error',
        origin: { path: ['zzzzzz'] },
        message: 'unknown field "zzzzzz"',
        hint: 'take it out; what the language does not know can be said with "raw"',
      },
    ]);
  });

  test('of a long form', () => {
    expect(faultsOf({ base: 'debian:12', pip: { packges: ['numpy'] } })).toEqual([
      {
        code: 'unknown-field',
        severity: 'error',
        origin: { path: ['pip', 'packges'] },
        message: 'unknown field "packges"',
        hint: 'did you mean "packages"?',
      },
    ]);
  });

  test('of a base, which also lacks its field', () => {
    expect(faultsOf({ base: { imgae: 'debian:12' } })).toEqual([
      {
        code: 'unknown-field',
        severity: 'error',
        origin: { path: ['base', 'imgae'] },
        message: 'unknown field "imgae"',
        hint: 'did you mean "image"?',
      },
    ]);
  });

  test('of a stage', () => {
    expect(faultsOf({ base: 'debian:12', stages: { build: { base: 'debian:12', workdirr: '/src' } } })).toEqual([
      {
        code: 'unknown-field',
        severity: 'error',
        origin: { path: ['stages', 'build', 'workdirr'] },
        message: 'unknown field "workdirr"',
        hint: 'did you mean "workdir"?',
      },
    ]);
  });

  test('of a run', () => {
    expect(faultsOf({ base: 'debian:12', run: ['make', { script: 'make', mount: [] }] })).toEqual([
      {
        code: 'unknown-field',
        severity: 'error',
        origin: { path: ['run', 1, 'mount'] },
        message: 'unknown field "mount"',
        hint: 'did you mean "mounts"?',
      },
    ]);
  });

  test('that JSON may name like a part of every object', () => {
    expect(faultsOf(JSON.parse('{ "base": "debian:12", "__proto__": {}, "constructor": 1 }'))).toEqual([
      {
        code: 'unknown-field',
        severity: 'error',
        origin: { path: ['__proto__'] },
        message: 'unknown field "__proto__"',
        hint: 'take it out; what the language does not know can be said with "raw"',
      },
      {
        code: 'unknown-field',
        severity: 'error',
        origin: { path: ['constructor'] },
        message: 'unknown field "constructor"',
        hint: 'take it out; what the language does not know can be said with "raw"',
      },
    ]);
  });
});

describe('wrong types', () => {
  test('of an item, in short form', () => {
    expect(faultsOf({ base: 'debian:12', apt: ['git', 5] })).toEqual([
      { code: 'wrong-type', severity: 'error', origin: { path: ['apt', 1] }, message: 'apt[1] must be a string, not a number' },
    ]);
  });

  test('of a field with a short and a long form', () => {
    expect(faultsOf({ base: 'debian:12', apt: 'git', pip: 3, copy: 'src', run: 'make', user: true })).toEqual([
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['apt'] },
        message: 'apt must be a list of package names or { packages, build, … }, not a string',
        hint: "write apt: ['git']",
      },
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['pip'] },
        message: 'pip must be a list of packages or { packages, requirements, … }, not a number',
      },
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['user'] },
        message: "user must be a name, a number, expand('…') or { name, uid, … }, not true",
      },
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['copy'] },
        message: 'copy must be a record from source to destination or a list of { from, to }, not a string',
      },
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['run'] },
        message: 'run must be a list of scripts, not a string',
        hint: "write run: ['make']",
      },
    ]);
  });

  test('of a field in long form', () => {
    expect(faultsOf({ base: 'debian:12', apt: { packages: 'git', recommends: 'no' } })).toEqual([
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['apt', 'packages'] },
        message: 'apt.packages must be a list of strings, not a string',
        hint: "write packages: ['git']",
      },
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['apt', 'recommends'] },
        message: 'apt.recommends must be true or false, not a string',
      },
    ]);
  });

  test('of a single value where a list is wanted, which is told as a list where that is certain', () => {
    const hintsOf = (definition: object) => faultsOf({ base: 'debian:12', ...definition }).map(({ hint }) => hint);
    expect(hintsOf({ run: 'make install && ldconfig' })).toEqual(["write run: ['make install && ldconfig']"]);
    expect(hintsOf({ stages: { build: { base: 'debian:12', run: 'make' } } })).toEqual(["write run: ['make']"]);
    expect(hintsOf({ container: { command: 'make all' } })).toEqual(["write command: ['make', 'all']"]);
    expect(hintsOf({ container: { command: 'make all; ls' } })).toEqual([undefined]);
    expect(hintsOf({ apt: 'git curl=8.*', pip: 'numpy >=2' })).toEqual(["write apt: ['git', 'curl=8.*']", "write pip: ['numpy >=2']"]);
    expect(hintsOf({ run: "echo 'tide'" })).toEqual([undefined]);
    expect(hintsOf({ run: 'one\ntwo' })).toEqual([undefined]);
    expect(hintsOf({ expose: '53/udp', volumes: '/data' })).toEqual(["write expose: ['53/udp']", "write volumes: ['/data']"]);
  });

  test('of a single value that no list may hold, without the advice to write it as one', () => {
    const hintsOf = (definition: object) => faultsOf({ base: 'debian:12', ...definition }).map(({ hint }) => hint);
    expect(hintsOf({ expose: 'http' })).toEqual([undefined]);
    expect(hintsOf({ volumes: 'data' })).toEqual([undefined]);
  });

  test('of what an override holds', () => {
    expect(faultsOf({ base: 'debian:12', apt: { kind: 'override', value: ['git', null] } })).toEqual([
      { code: 'wrong-type', severity: 'error', origin: { path: ['apt', 1] }, message: 'apt[1] must be a string, not null' },
    ]);
  });

  test('of a value, which is an object', () => {
    expect(faultsOf({ base: 'debian:12', labels: { org: { name: 'tides' } } })).toEqual([
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['labels', 'org'] },
        message: "labels.org must be a string, a number or expand('…'), not an object",
      },
    ]);
  });

  test('of a value, which is a secret', () => {
    expect(faultsOf({ base: 'debian:12', env: { TOKEN: { kind: 'secret', id: 'token' } } })).toEqual([
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['env', 'TOKEN'] },
        message: "env.TOKEN must be a string, a number or expand('…'), not secret(…)",
        hint: "secrets are mounts of a run: run: [{ script, mounts: [secret('…')] }]",
      },
    ]);
  });

  test('of a scalar, which is an override', () => {
    expect(faultsOf({ base: 'debian:12', cmd: { kind: 'override', value: ['make'] } })).toEqual([
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['cmd'] },
        message: 'cmd must be a command line or a list of arguments, not override(…)',
        hint: 'leave out override(…): here the later value wins anyway',
      },
    ]);
  });

  test('of commands', () => {
    expect(faultsOf({ base: 'debian:12', cmd: 3, entrypoint: [1], shell: 'bash' })).toEqual([
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['shell'] },
        message: 'shell must be a list of arguments, not a string',
        hint: "write shell: ['bash', '-c']",
      },
      { code: 'wrong-type', severity: 'error', origin: { path: ['entrypoint', 0] }, message: 'entrypoint[0] must be a string, not a number' },
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['cmd'] },
        message: 'cmd must be a command line or a list of arguments, not a number',
      },
    ]);
  });

  test('of instances, whose content is in no fields', () => {
    class Labels {
      readonly a = 'b';
    }
    const other = { labels: new Labels(), volumes: new Set(['/data']), healthcheck: new Date(0) };
    const stages = { build: { base: 'debian:12', env: Object.create(Labels.prototype) } };
    const text = (field: string, type: string, name: string) => `${field} must be ${type}, not an instance of ${name}`;
    const found = faultsOf({ base: 'debian:12', env: new Map([['A', 'b']]), ...other, stages });
    expect(found.map(({ message, hint }) => [message, hint])).toEqual([
      [text('stages.build.env', 'a record of variables', 'Labels'), 'write a plain object, a list or a string'],
      [text('env', 'a record of variables', 'Map'), 'write Object.fromEntries(…) around it'],
      [text('volumes', 'a list of absolute paths', 'Set'), 'write a plain object, a list or a string'],
      [text('healthcheck', 'false or { cmd, interval, … }', 'Date'), 'write a plain object, a list or a string'],
      [text('labels', 'a record of labels', 'Labels'), 'write a plain object, a list or a string'],
    ]);
  });

  test('of nothing that is plain: without a prototype, or of another realm', () => {
    const plain = Object.assign(Object.create(null), { A: 'b' }) as object;
    expect(faultsOf({ base: 'debian:12', env: plain, labels: runInNewContext("({ a: 'b' })") })).toEqual([]);
  });

  test('of a script, which is all that there is to say of the run', () => {
    expect(faultsOf({ base: 'debian:12', steps: [run({ script: 'make' } as never)] })).toEqual([
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['steps', 0, 'script'] },
        message: 'steps[0].script must be a script or a list of arguments, not an object',
        hint: "write run('make', { uses: ['Makefile'] }): the script first, the rest behind it",
      },
    ]);
  });

  test('of a command without a program, where there has to be one', () => {
    const found = faultsOf({ base: 'debian:12', shell: [], healthcheck: { cmd: [] }, run: [{ script: [] }], cmd: [], entrypoint: [] });
    expect(found.map(({ code, origin }) => [code, origin.path.join('.')])).toEqual([
      ['empty-command', 'shell'],
      ['empty-command', 'run.0.script'],
      ['empty-command', 'healthcheck.cmd'],
    ]);
  });

  test('of a program without a name; arguments of an entrypoint may be empty', () => {
    const empty = ['', 'all'];
    const found = faultsOf({
      ...{ base: 'debian:12', shell: empty, healthcheck: { cmd: empty }, run: [{ script: empty }] },
      ...{ entrypoint: [''], cmd: empty, container: { command: empty } },
    });
    const fault = { code: 'empty-text', severity: 'error', message: 'the name of the program is empty' };
    const hint = "name a program: ['make', 'all']";
    expect(found).toEqual([
      { ...fault, origin: { path: ['shell'] }, hint },
      { ...fault, origin: { path: ['run', 0, 'script'] }, hint },
      { ...fault, origin: { path: ['healthcheck', 'cmd'] }, hint },
      { ...fault, origin: { path: ['entrypoint'] }, hint: 'write [] to take away what the base says' },
    ]);
  });

  test('of the definition', () => {
    expect(faultsOf(null)).toEqual([
      { code: 'wrong-type', severity: 'error', origin: { path: [] }, message: 'the definition must be an object: { base, … }, not null' },
    ]);
  });

  test('of a stage', () => {
    expect(faultsOf({ base: 'debian:12', stages: { build: 'debian:12' } })).toEqual([
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['stages', 'build'] },
        message: 'stages.build must be an object: { base, … }, not a string',
      },
    ]);
  });

  test('of presets', () => {
    expect(faultsOf({ base: 'debian:12', presets: [3, function tools() {}] })).toEqual([
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['presets', 0] },
        message: 'that is no preset',
        hint: 'write what a preset function returns',
      },
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['presets', 1] },
        message: 'the preset is a function that was not called',
        hint: 'call it: tools({ … })',
      },
    ]);
  });
});

describe('missing fields', () => {
  test('of a copy, a file, a healthcheck, a mount', () => {
    expect(
      faultsOf({
        base: 'debian:12',
        copy: [{ from: 'src' }],
        files: { '/a': {} },
        healthcheck: {},
        run: [{ script: 'make', mounts: [{ kind: 'cache' }] }],
      }),
    ).toEqual([
      { code: 'missing-field', severity: 'error', origin: { path: ['copy', 0] }, message: 'copy[0] has no "to"', hint: 'write { to: … }' },
      {
        code: 'missing-field',
        severity: 'error',
        origin: { path: ['files', '/a'] },
        message: 'files["/a"] has no "content"',
        hint: 'write { content: … }',
      },
      {
        code: 'missing-field',
        severity: 'error',
        origin: { path: ['run', 0, 'mounts', 0] },
        message: 'run[0].mounts[0] has no "target"',
        hint: 'write { target: … }',
      },
      { code: 'missing-field', severity: 'error', origin: { path: ['healthcheck'] }, message: 'healthcheck has no "cmd"', hint: 'write { cmd: … }' },
    ]);
  });

  test('of a step without a kind', () => {
    expect(faultsOf({ base: 'debian:12', steps: [{ from: 'src', to: '/src' }] })).toEqual([
      { code: 'missing-field', severity: 'error', origin: { path: ['steps', 0] }, message: 'steps[0] has no "kind"', hint: 'write { kind: … }' },
    ]);
  });

  test('of a user', () => {
    expect(faultsOf({ base: 'debian:12', user: { home: '/home/app' } })).toEqual([
      {
        code: 'missing-field',
        severity: 'error',
        origin: { path: ['user'] },
        message: 'the user has neither a name nor a uid',
        hint: "write { name: 'app' }",
      },
    ]);
  });

  test('of everything', () => {
    expect(faultsOf({})).toEqual([
      {
        code: 'missing-base',
        severity: 'error',
        origin: { path: [] },
        message: 'the image has no base',
        hint: "say what it starts from: base: 'debian:bookworm-slim'",
      },
    ]);
  });

  test('of a stage', () => {
    expect(faultsOf({ base: 'debian:12', stages: { build: { apt: ['gcc'] } } })).toEqual([
      {
        code: 'missing-base',
        severity: 'error',
        origin: { path: ['stages', 'build'] },
        message: 'stage "build" has no base',
        hint: "say what it starts from: base: 'debian:bookworm-slim'",
      },
    ]);
  });
});

describe('unknown words', () => {
  test('of a choice', () => {
    expect(faultsOf({ base: 'debian:12', layers: 'fewst', pip: { installer: 'conda' } })).toEqual([
      {
        code: 'unknown-value',
        severity: 'error',
        origin: { path: ['layers'] },
        message: 'layers must be "cache", "fewest" or "as-written", not "fewst"',
        hint: 'did you mean "fewest"?',
      },
      {
        code: 'unknown-value',
        severity: 'error',
        origin: { path: ['pip', 'installer'] },
        message: 'pip.installer must be "pip" or "uv", not "conda"',
      },
    ]);
  });

  test('of a kind of step', () => {
    expect(faultsOf({ base: 'debian:12', steps: [{ kind: 'cpoy', from: 'src', to: '/src' }] })).toEqual([
      {
        code: 'unknown-value',
        severity: 'error',
        origin: { path: ['steps', 0, 'kind'] },
        message: 'steps[0].kind must be "copy", "add", "file", "run", "env", "arg", "user", "workdir", "shell" or "raw", not "cpoy"',
        hint: 'did you mean "copy"?',
      },
    ]);
  });

  test('of a kind of mount', () => {
    expect(faultsOf({ base: 'debian:12', run: [{ script: 'make', mounts: [{ kind: 'volume', target: '/c' }] }] })).toEqual([
      {
        code: 'unknown-value',
        severity: 'error',
        origin: { path: ['run', 0, 'mounts', 0, 'kind'] },
        message: 'run[0].mounts[0].kind must be "cache", "bind", "secret", "ssh" or "tmpfs", not "volume"',
      },
    ]);
  });
});

describe('faults of values', () => {
  test('steps beside fields', () => {
    expect(faultsOf({ base: 'debian:12', steps: [], copy: { src: '/src' }, run: ['make'] })).toEqual([
      {
        code: 'steps-beside-fields',
        severity: 'error',
        origin: { path: [] },
        message: '"steps" stands beside "copy" and "run"',
        hint: 'write them as steps, in their order, or leave "steps" out',
      },
    ]);
  });

  test('steps beside fields in a stage', () => {
    expect(faultsOf({ base: 'debian:12', stages: { build: { base: 'debian:12', steps: [], files: {} } } })).toEqual([
      {
        code: 'steps-beside-fields',
        severity: 'error',
        origin: { path: ['stages', 'build'] },
        message: '"steps" stands beside "files"',
        hint: 'write them as steps, in their order, or leave "steps" out',
      },
    ]);
  });

  test('a newline in a label and in its name', () => {
    expect(faultsOf({ base: 'debian:12', labels: { note: 'one\ntwo', 'a\nb': 'c' } })).toEqual([
      {
        code: 'control-character',
        severity: 'error',
        origin: { path: ['labels', 'note'] },
        message: '"one\\ntwo" holds a newline (U+000A)',
        hint: 'take it out; only scripts and the content of files may hold such characters',
      },
      {
        code: 'bad-name',
        severity: 'error',
        origin: { path: ['labels', 'a\nb'] },
        message: '"a\\nb" cannot be the name of a label',
        hint: 'write letters, digits, ".", "-", "_" and "/", and begin and end with a letter or digit',
      },
    ]);
  });

  test('a newline in a base, a package, a path, a user', () => {
    expect(faultsOf({ base: 'debian:12\nRUN id', apt: ['git\nRUN id'], workdir: '/a\nRUN id', user: 'app\nRUN id' })).toEqual([
      {
        code: 'control-character',
        severity: 'error',
        origin: { path: ['base'] },
        message: '"debian:12\\nRUN id" holds a newline (U+000A)',
        hint: 'take it out; only scripts and the content of files may hold such characters',
      },
      {
        code: 'control-character',
        severity: 'error',
        origin: { path: ['apt', 0] },
        message: '"git\\nRUN id" holds a newline (U+000A)',
        hint: 'take it out; only scripts and the content of files may hold such characters',
      },
      {
        code: 'control-character',
        severity: 'error',
        origin: { path: ['user'] },
        message: '"app\\nRUN id" holds a newline (U+000A)',
        hint: 'take it out; only scripts and the content of files may hold such characters',
      },
      {
        code: 'control-character',
        severity: 'error',
        origin: { path: ['workdir'] },
        message: '"/a\\nRUN id" holds a newline (U+000A)',
        hint: 'take it out; only scripts and the content of files may hold such characters',
      },
    ]);
  });

  test('numbers that are not written in decimal', () => {
    const found = faultsOf({ base: 'debian:12', env: { A: NaN, B: Infinity, C: 1e21, D: 1e-7, E: 1e20, F: -0.5 } });
    expect(found.map(({ code, message, hint }) => [code, message, hint])).toEqual([
      ['wrong-type', "env.A must be a string, a number or expand('…'), not NaN", undefined],
      ['bad-number', 'Infinity is no number that can be written', 'write a finite number, or a string'],
      ['bad-number', '1e+21 would not be written in decimal', 'write it as a string, with all its digits'],
      ['bad-number', '1e-7 would not be written in decimal', 'write it as a string, with all its digits'],
    ]);
  });

  test('secrets in env, args and labels', () => {
    expect(
      faultsOf({
        base: 'debian:12',
        env: { DB_PASSWORD: 'hunter2', NOTE: 'ghp_0123456789abcdefghijABCDEFGHIJ' },
        args: { API_KEY: 'abc', TOKEN: null },
        labels: { 'org.example.token': 'abc' },
      }),
    ).toEqual([
      {
        code: 'literal-secret',
        severity: 'error',
        origin: { path: ['args', 'API_KEY'] },
        message: '"API_KEY" looks like a secret with its value written out; everybody who has the image could read it',
        hint: "mount it where it is needed: run: [{ script, mounts: [secret('ID')] }], or give it to the container when it is run",
      },
      {
        code: 'secret-argument',
        severity: 'warning',
        origin: { path: ['args', 'TOKEN'] },
        message: '"TOKEN" looks like a secret, and build arguments stay readable in the image',
        hint: "mount it where it is needed: run: [{ script, mounts: [secret('ID')] }], or give it to the container when it is run",
      },
      {
        code: 'literal-secret',
        severity: 'error',
        origin: { path: ['env', 'DB_PASSWORD'] },
        message: '"DB_PASSWORD" looks like a secret with its value written out; everybody who has the image could read it',
        hint: "mount it where it is needed: run: [{ script, mounts: [secret('ID')] }], or give it to the container when it is run",
      },
      {
        code: 'literal-secret',
        severity: 'error',
        origin: { path: ['env', 'NOTE'] },
        message: 'the value looks like a GitHub token; everybody who has the image could read it',
        hint: "mount it where it is needed: run: [{ script, mounts: [secret('ID')] }], or give it to the container when it is run",
      },
      {
        code: 'literal-secret',
        severity: 'error',
        origin: { path: ['labels', 'org.example.token'] },
        message: '"org.example.token" looks like a secret with its value written out; everybody who has the image could read it',
        hint: "mount it where it is needed: run: [{ script, mounts: [secret('ID')] }], or give it to the container when it is run",
      },
    ]);
  });

  test('secrets in steps and runs', () => {
    expect(
      faultsOf({
        base: 'debian:12',
        steps: [
          { kind: 'env', variables: { TOKEN: 'abc' } },
          { kind: 'run', script: 'make', env: { SECRET: 'abc' } },
        ],
      }),
    ).toEqual([
      {
        code: 'literal-secret',
        severity: 'error',
        origin: { path: ['steps', 0, 'variables', 'TOKEN'] },
        message: '"TOKEN" looks like a secret with its value written out; everybody who has the image could read it',
        hint: "mount it where it is needed: run: [{ script, mounts: [secret('ID')] }], or give it to the container when it is run",
      },
      {
        code: 'literal-secret',
        severity: 'error',
        origin: { path: ['steps', 1, 'env', 'SECRET'] },
        message: '"SECRET" looks like a secret with its value written out; everybody who has the image could read it',
        hint: "mount it where it is needed: run: [{ script, mounts: [secret('ID')] }], or give it to the container when it is run",
      },
    ]);
  });

  test('a name of a variable that no shell can set, for a run alone', () => {
    const found = faultsOf({ base: 'debian:12', env: { 'P.Q': 'x' }, run: [{ script: 'make', env: { 'P.Q': 'x' } }] });
    expect(found.map(({ code, origin }) => [code, origin.path.join('/')])).toEqual([['bad-name', 'run/0/env/P.Q']]);
  });

  test('a source outside of the context, twice', () => {
    expect(faultsOf({ base: 'debian:12', copy: { '../other': '/other' }, pip: { requirements: '/etc/requirements.txt' } })).toEqual([
      {
        code: 'outside-context',
        severity: 'error',
        origin: { path: ['pip', 'requirements'] },
        message: '"/etc/requirements.txt" is absolute; sources are paths below the build context',
        hint: 'name a file or folder below the folder of image.ts; move or link it there first',
      },
      {
        code: 'outside-context',
        severity: 'error',
        origin: { path: ['copy', '../other'] },
        message: '"../other" leaves the build context',
        hint: 'name a file or folder below the folder of image.ts; move or link it there first',
      },
    ]);
  });

  test('patterns where files are mounted', () => {
    const mounts = [
      { kind: 'bind', target: '/src', source: '*.c' },
      { kind: 'bind', target: '/obj', source: '/obj/*.o', stage: 'build' },
    ];
    const found = faultsOf({
      base: 'debian:12',
      pip: { requirements: 'req*.txt', constraints: ['?.txt'], findLinks: ['wheels/*'] },
      run: [{ script: 'make', uses: ['*.c'], mounts }],
      stages: { build: { base: 'debian:12' } },
    });
    expect(found.map(({ code, origin }) => [code, origin.path.join('.')])).toEqual([
      ['pattern', 'pip.requirements'],
      ['pattern', 'pip.constraints.0'],
      ['pattern', 'pip.findLinks.0'],
      ['pattern', 'run.0.uses.0'],
      ['pattern', 'run.0.mounts.0'],
      ['pattern', 'run.0.mounts.1'],
    ]);
  });

  test('a base without a tag', () => {
    expect(faultsOf({ base: 'debian' })).toEqual([
      {
        code: 'unpinned-base',
        severity: 'warning',
        origin: { path: ['base'] },
        message: '"debian" has no tag: what it means changes from day to day',
        hint: 'name a version: "debian:VERSION"',
      },
    ]);
  });

  test('a variable of a base that is no global build argument', () => {
    const base = { kind: 'expand', text: 'debian:${RELEASE}-${VARIANT:-slim}' };
    expect(faultsOf({ base, args: { RELEASE: 'bookworm', VARIANT: { default: 'slim', scope: 'global' } } })).toEqual([
      {
        code: 'unknown-argument',
        severity: 'error',
        origin: { path: ['base'] },
        message: '"RELEASE" is no global build argument, and a base sees no other',
        hint: "declare it: args: { RELEASE: { default: '…', scope: 'global' } }",
      },
    ]);
  });

  test('an expansion that is no reference', () => {
    expect(faultsOf({ base: { image: { kind: 'expand', text: 'debian ${R#x}' } }, args: { R: { scope: 'global' } } })).toEqual([
      {
        code: 'bad-image-reference',
        severity: 'error',
        origin: { path: ['base', 'image', 'text'] },
        message: '"debian ${R#x}" is no image reference with variables',
        hint: "write it as in expand('debian:${RELEASE:-bookworm}-slim')",
      },
    ]);
  });

  test('a base that is a definition without a name', () => {
    expect(faultsOf({ base: { base: 'debian:12' } })).toEqual([
      {
        code: 'bad-base',
        severity: 'error',
        origin: { path: ['base'] },
        message: 'the definition that it builds on has no name',
        hint: "give that definition a name: name: 'tools'",
      },
    ]);
  });

  test('an expansion that the builder cannot read', () => {
    expect(faultsOf({ base: 'debian:12', env: { PATH: { kind: 'expand', text: '/opt:${PATH' } } })).toEqual([
      {
        code: 'bad-expansion',
        severity: 'error',
        origin: { path: ['env', 'PATH', 'text'] },
        message: '"${PATH" has no closing brace',
        hint: 'write $NAME, ${NAME} or ${NAME:-word}; \\$ is a dollar sign',
      },
    ]);
  });

  test('several sources into a file', () => {
    expect(faultsOf({ base: 'debian:12', copy: [{ from: ['a', 'b'], to: '/c' }] })).toEqual([
      {
        code: 'not-a-folder',
        severity: 'error',
        origin: { path: ['copy', 0] },
        message: '"/c" is to hold several sources and is no folder',
        hint: 'end it with a slash: "/c/"',
      },
    ]);
  });

  test('a source that is a stage and an image', () => {
    expect(faultsOf({ base: 'debian:12', copy: [{ from: '/a', to: '/b', stage: 'x', image: 'y:1' }] })).toEqual([
      {
        code: 'two-sources',
        severity: 'error',
        origin: { path: ['copy', 0] },
        message: 'the copy names both a stage and an image',
        hint: 'leave one of them out',
      },
    ]);
  });
});

test('a fault of a preset is told where the preset is named, with its path inside the preset', () => {
  const tools = definePreset({ name: 'tools', define: () => ({ base: 'debian:12', aptt: ['git'] }) as object });
  expect(faultsOf({ presets: [tools()] })).toEqual([
    {
      code: 'unknown-field',
      severity: 'error',
      origin: { path: ['presets', 0], preset: { name: 'tools', path: ['aptt'] } },
      message: 'unknown field "aptt"',
      hint: 'did you mean "apt"?',
    },
  ]);
});

// Threats: a newline begins an instruction of its own; control and bidirectional characters mislead whoever reads the Dockerfile.
describe('characters that only scripts may hold are refused', () => {
  const fields: Readonly<Record<string, (text: string) => object>> = {
    base: (text) => ({ base: `debian:12${text}` }),
    'base.image': (text) => ({ base: { image: `debian:12${text}` } }),
    'base.platform': (text) => ({ base: { image: 'debian:12', platform: `linux/amd64${text}` } }),
    'base.distro': (text) => ({ base: { image: 'debian:12', distro: `debian${text}` } }),
    name: (text) => ({ name: `a${text}` }),
    version: (text) => ({ version: `1${text}` }),
    registry: (text) => ({ registry: `registry.example.org${text}` }),
    'tags[0]': (text) => ({ tags: [`a${text}`] }),
    'ignore[0]': (text) => ({ ignore: [`a${text}`] }),
    target: (text) => ({ target: `a${text}` }),
    'args.A': (text) => ({ args: { A: `a${text}b` } }),
    'env.A': (text) => ({ env: { A: `a${text}b` } }),
    'env.A.text': (text) => ({ env: { A: { kind: 'expand', text: `$A${text}b` } } }),
    'labels.a': (text) => ({ labels: { a: `a${text}b` } }),
    'apt[0]': (text) => ({ apt: [`git${text}`] }),
    'apk.build[0]': (text) => ({ apk: { build: [`git${text}`] } }),
    'pip[0]': (text) => ({ pip: [`numpy${text}`] }),
    'pip.requirements': (text) => ({ pip: { requirements: `a${text}.txt` } }),
    'pip.venv': (text) => ({ pip: { venv: `/opt/${text}venv` } }),
    'pip.index': (text) => ({ pip: { index: `https://packages.example.org/${text}` } }),
    user: (text) => ({ user: `app${text}` }),
    workdir: (text) => ({ workdir: `/app${text}` }),
    'copy[0].from': (text) => ({ copy: [{ from: `a${text}b`, to: '/b' }] }),
    'copy[0].to': (text) => ({ copy: [{ from: 'a', to: `/b${text}c` }] }),
    'copy[0].chown': (text) => ({ copy: [{ from: 'a', to: '/b', chown: `app${text}` }] }),
    'run[0].uses[0]': (text) => ({ run: [{ script: 'make', uses: [`a${text}b`] }] }),
    'run[0].mounts[0].target': (text) => ({ run: [{ script: 'make', mounts: [{ kind: 'cache', target: `/c${text}` }] }] }),
    'run[0].env.A': (text) => ({ run: [{ script: 'make', env: { A: `b${text}` } }] }),
    'expose[0]': (text) => ({ expose: [`80${text}`] }),
    'volumes[0]': (text) => ({ volumes: [`/data${text}x`] }),
    'healthcheck.interval': (text) => ({ healthcheck: { cmd: ['true'], interval: `30s${text}` } }),
    stopSignal: (text) => ({ stopSignal: `SIGTERM${text}` }),
    cmd: (text) => ({ cmd: `make${text} all` }),
    'container.name': (text) => ({ container: { name: `aa${text}` } }),
    'container.env.A': (text) => ({ container: { env: { A: `b${text}` } } }),
    'container.mounts[0].host': (text) => ({ container: { mounts: [{ host: `out${text}`, to: '/out' }] } }),
  };
  const characters = ['\n', '\r', '\t', '\0', '\u001b', '\u007f', '\u0085', '\u200e', '\u202e', '\u2028', '\u2066', '\ufeff', '\ud800'];

  test.each(Object.entries(fields))('%s', (_, define) => {
    const codes = characters.map((character) => faultsOf({ base: 'debian:12', ...define(character) }).map(({ code }) => code));
    expect(codes).toEqual(characters.map(() => ['control-character']));
  });

  test('an argument may hold a newline and a tab, which JSON shows, and nothing else', () => {
    const codes = characters.map((character) => faultsOf({ base: 'debian:12', cmd: ['sh', '-c', `a${character}b`] }).map(({ code }) => code));
    expect(codes).toEqual(characters.map((character) => (character === '\n' || character === '\t' ? [] : ['control-character'])));
  });

  test('a script and the content of a file may hold all but what text cannot hold', () => {
    const define = (text: string) => ({ base: 'debian:12', run: [`a${text}b`], files: { '/a': `a${text}b` } });
    const codes = characters.map((character) => faultsOf(define(character)).map(({ code }) => code));
    const refused = ['control-character', 'control-character'];
    expect(codes).toEqual(characters.map((character) => (character === '\0' || character === '\ud800' ? refused : [])));
  });

  test('a name in a record may hold none', () => {
    const records = ['env', 'args', 'labels', 'stages'].map((field) => (name: string) => ({
      base: 'debian:12',
      [field]: { [name]: field === 'stages' ? { base: 'debian:12' } : '' },
    }));
    const codes = records.map((define) => new Set(characters.flatMap((character) => faultsOf(define(`a${character}`)).map(({ code }) => code))));
    expect(codes.map((found) => [...found])).toEqual([['bad-name'], ['bad-name'], ['bad-name'], ['bad-name']]);
  });
});

describe('whatever comes in', () => {
  const fields = [
    ...[
      'name',
      'version',
      'tags',
      'registry',
      'layers',
      'dockerfile',
      'ignore',
      'container',
      'presets',
      'stages',
      'target',
      'base',
      'args',
      'shell',
      'env',
    ],
    ...[
      'apt',
      'apk',
      'dnf',
      'zypper',
      'pacman',
      'pip',
      'uv',
      'poetry',
      'user',
      'workdir',
      'copy',
      'files',
      'run',
      'steps',
      'expose',
      'volumes',
      'healthcheck',
      'stopSignal',
    ],
    ...['entrypoint', 'cmd', 'labels', 'raw'],
  ];
  const word = fc.constantFrom(
    'kind',
    'value',
    'override',
    'copy',
    'run',
    'stage',
    'image',
    'base',
    'from',
    'to',
    'script',
    'mounts',
    'packages',
    'text',
    'expand',
    '/a',
    'debian:12',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      word,
      fc.anything({ withNullPrototype: true, withObjectString: true, withSparseArray: true }),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(word, fc.constantFrom(...fields)), tie('tree'), { maxKeys: 4 }),
    ),
  }));
  const definition = fc.dictionary(fc.oneof(fc.constantFrom(...fields), fc.string()), tree, { maxKeys: 6 });

  test('a check of a whole does not see parts of a wrong type', () => {
    const codes = (value: unknown) =>
      faultsOf({ base: 'debian:12', copy: [{ from: value, to: '/x' }] }).map(({ code, origin }) => [code, origin.path.join('.')]);
    expect(codes(['a', 3])).toEqual([['wrong-type', 'copy.0.from.1']]);
    // A hole is no text either.
    expect(codes(Array.from({ length: 1 }))).toEqual([['wrong-type', 'copy.0.from.0']]);
    expect(codes(new Array(1))).toEqual([['wrong-type', 'copy.0.from.0']]);
  });

  test('there is a Dockerfile or an error, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(definition, tree), (value) => {
        const { ok, diagnostics } = compile(value as ImageDefinition);
        expect(ok).toBe(diagnostics.every(({ severity }) => severity !== 'error'));
      }),
      { numRuns: 3000 },
    );
  });
});
