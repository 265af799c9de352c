import { describe, expect, it } from 'vitest';
import { originText } from '../../src/origin.js';
import { compile } from '../../src/pipeline.js';
import { bind } from '../../src/spec/mounts.js';
import type { ImageDefinition } from '../../src/spec/types.js';

const SERVER = 'mcr.microsoft.com/windows/servercore:ltsc2022';

function compiled(definition: object) {
  const result = compile({ base: SERVER, ...definition } as ImageDefinition, { comments: false });
  if (!result.ok) return result.diagnostics.map(({ code, origin, message, hint }) => `${code} ${originText(origin)}: ${message} | ${hint}`);
  return result.dockerfile
    .split('\n')
    .slice(3)
    .join('\n')
    .replace(/^FROM .*\n\n?/, '');
}

describe('a base of Windows', () => {
  it('has paths with drives, the shell cmd, and users of its own', () => {
    const definition = {
      workdir: 'C:\\app',
      copy: { 'dist/': 'C:/app/' },
      files: { 'C:/app/motd.txt': 'Hello\n' },
      run: ['dir C:\\app', 'setx A b', { script: 'type motd.txt', user: 'ContainerUser' }, { script: ['app.exe', '/init'] }],
      user: 'ContainerUser',
      cmd: 'app.exe run',
    };
    const text = `WORKDIR "C:\\\\app"
COPY dist/ C:/app/

COPY <<'EOF' C:/app/motd.txt
Hello
EOF
RUN dir C:\\app
RUN setx A b
USER ContainerUser
RUN type motd.txt
USER ContainerAdministrator
RUN ["app.exe", "/init"]
USER ContainerUser

CMD app.exe run
`;
    // Commands of cmd are never joined.
    for (const layers of ['cache', 'fewest', 'as-written'])
      expect(String(compiled({ ...definition, layers })).replace(/\n+(?=RUN|USER)/g, '\n')).toBe(text);
  });

  it('runs scripts of the shell that is named', () => {
    expect(compiled({ shell: ['powershell', '-Command'], run: ['Get-Date\nGet-Host'] })).toBe(`SHELL ["powershell", "-Command"]

RUN <<'EOF'
Get-Date
Get-Host
EOF
`);
  });

  it.each<[object, string]>([
    [
      { apt: ['git'] },
      `no-package-manager apt: "${SERVER}" has no package manager | install in another stage, and copy what is needed: copy: [{ stage: 'build', from: '/opt/tool', to: '/opt/tool' }]`,
    ],
    [
      { run: ['a\nb'] },
      `no-shell run[0]: "${SERVER}" is Windows, which has no POSIX shell, so that no script runs in it | write one line, or steps: [workdir('C:/app'), env({ … }), run('…')]; or name the shell: shell: ['powershell', '-Command']`,
    ],
    [
      { run: [{ script: 'a', env: { A: 'b' } }] },
      `no-shell run[0]: "${SERVER}" is Windows, which has no POSIX shell, which env and workdir of a command need | write one line, or steps: [workdir('C:/app'), env({ … }), run('…')]; or name the shell: shell: ['powershell', '-Command']`,
    ],
    [{ user: 'app' }, `no-accounts user: "${SERVER}" has nothing to create the user "app" with | give a number, which needs no account: user: 1000`],
  ])('refuses %j', (definition, fault) => {
    expect(compiled(definition)).toEqual([fault]);
  });
});

it.each<[object, string]>([
  [{ workdir: 'C:/app' }, 'windows-path workdir: "C:/app" is a path of Windows, and "debian:12" is not | begin at the root: "/app"'],
  [{ copy: { a: 'C:\\app\\' } }, 'windows-path copy.a: "C:\\app\\" is a path of Windows, and "debian:12" is not | begin at the root: "/app/"'],
  [{ volumes: ['D:/data'] }, 'windows-path volumes[0]: "D:/data" is a path of Windows, and "debian:12" is not | begin at the root: "/data"'],
  [{ files: { 'C:/a': 'b' } }, `windows-path files["C:/a"]: "C:/a" is a path of Windows, and "debian:12" is not | begin at the root: "/a"`],
  [
    { run: [{ script: 'a', workdir: 'C:/b', mounts: [bind('C:/c')] }] },
    'windows-path run[0]: "C:/b" is a path of Windows, and "debian:12" is not | begin at the root: "/b"',
  ],
])('on another base, refuses %j', (definition, fault) => {
  expect((compiled({ base: 'debian:12', ...definition }) as readonly string[])[0]).toEqual(fault);
});

it('is asked for in what builds on the image, too', () => {
  expect(compiled({ base: 'debian:bookworm-slim', onbuild: [{ kind: 'copy', from: '.', to: 'C:/app/' }] })).toEqual([
    'windows-path onbuild[0]: "C:/app/" is a path of Windows, and "debian:bookworm-slim" is not | begin at the root: "/app/"',
  ]);
});
