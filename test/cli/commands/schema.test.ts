import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.js';
import { repository } from '../../support/project.js';

const schema = readFileSync(join(repository, 'schema.json'), 'utf8');

describe('schema', () => {
  it('prints the file that the package has', () => {
    expect(command(['schema'], folderWith({}))).toEqual({ status: 0, stdout: schema, stderr: '' });
  });

  it('gives the same as JSON', () => {
    const { status, stdout } = command(['schema', '--json'], folderWith({}));
    expect({ status, ...(JSON.parse(stdout) as object) }).toEqual({ status: 0, ok: true, schema: JSON.parse(schema) });
  });

  it('writes it, says when it is there already, and replaces that of another version', () => {
    const folder = folderWith({});
    const write = (...options: readonly string[]) => command(['schema', '-o', 'editor/image.schema.json', ...options], folder);
    const path = join(folder, 'editor/image.schema.json');
    expect(write()).toEqual({ status: 0, stdout: '', stderr: 'wrote editor/image.schema.json\n' });
    expect(write()).toEqual({ status: 0, stdout: '', stderr: 'editor/image.schema.json is up to date\n' });
    writeFileSync(path, schema.replace(/"pip"/g, '"pipp"'));
    expect(JSON.parse(write('--json').stdout)).toEqual({ ok: true, files: [{ path: 'editor/image.schema.json', state: 'written' }] });
    expect(readFileSync(path, 'utf8')).toBe(schema);
  });

  it('writes over nothing else', () => {
    const folder = folderWith({ 'image.json': '{ "base": "scratch" }\n' });
    expect(command(['schema', '-o', 'image.json'], folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: image.json is there already, and is no schema; it is left as it is   (file-kept)\nhint: write elsewhere, or take it away\n',
    });
    expect(readFileSync(join(folder, 'image.json'), 'utf8')).toBe('{ "base": "scratch" }\n');
  });
});

describe('image.json', () => {
  const definition = {
    $schema: './image.schema.json',
    name: 'tides',
    base: 'debian:bookworm-slim',
    args: { STATION: 'dover' },
    env: { PATH: { kind: 'expand', text: '/opt/bin:$PATH' } },
    expose: { kind: 'override', value: [8080] },
    steps: [
      { kind: 'copy', from: 'tides.json', to: '/srv/' },
      { kind: 'workdir', path: '/srv' },
      { kind: 'run', script: 'jq . tides.json', mounts: [{ kind: 'cache', target: '/var/cache/tides' }] },
      { kind: 'env', variables: { LEVEL: 3 } },
      { kind: 'file', to: '/etc/motd', content: 'High water.' },
    ],
    cmd: ['cat', 'tides.json'],
  };

  it('says with kinds what image.ts says with helpers', () => {
    const folder = folderWith({ 'image.json': JSON.stringify(definition), 'tides.json': '{}' });
    expect(command(['generate'], folder)).toEqual({ status: 0, stdout: '', stderr: 'wrote Dockerfile\nwrote Dockerfile.dockerignore\n' });
    expect(readFileSync(join(folder, 'Dockerfile'), 'utf8').split('\n').slice(3).join('\n')).toBe(`FROM debian:bookworm-slim
ARG STATION=dover
ENV PATH=/opt/bin:\${PATH}

COPY tides.json /srv/
WORKDIR /srv

RUN --mount=type=cache,target=/var/cache/tides \\
    jq . tides.json

ENV LEVEL=3

COPY <<'EOF' /etc/motd
High water.
EOF

EXPOSE 8080
CMD ["cat", "tides.json"]
`);
    expect(command(['check'], folder).status).toBe(0);
  });

  it('is wrong at a line and a column', () => {
    const text = `{
  "$schema": "./image.schema.json",
  "base": { "image": "debian:bookworm-slim", "digest": "sha256:0" },
  "apt": { "packages": ["git", "curl="], "build": [7] },
  "stages": { "build": { "base": "scratch", "aptt": [] } },
  "steps": [{ "kind": "copy", "from": "src" }, { "kind": "run", "script": "make", "mounts": [{ "kind": "cache", "target": "tmp" }] }]
}
`;
    const { status, stdout } = command(['generate', '--json'], folderWith({ 'image.json': text }));
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Readonly<Record<string, unknown>>[] };
    const found = diagnostics.map(({ line, column, endColumn, origin, code }) => `${line}:${column}-${endColumn} ${origin} ${code}`);
    expect({ status, found }).toEqual({
      status: 2,
      found: [
        '3:56-66 base.digest bad-digest',
        '4:52-53 apt.build[0] wrong-type',
        '5:45-51 stages.build.aptt unknown-field',
        '6:13-46 steps[0] missing-field',
        '6:123-128 steps[1].mounts[0].target relative-path',
      ],
    });
  });
});
