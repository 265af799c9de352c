/** Secrets and SSH agents: what the definition needs and nobody gives is told before an engine is started; so is what is given and not there. */

import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../support/command.js';

const image = `export default {
  name: 'tides', base: 'python:3.12-slim',
  stages: { unused: { base: 'debian:bookworm-slim', run: [{ script: 'ls', mounts: [{ kind: 'secret', id: 'unused' }] }] } },
  pip: { packages: ['gauges'], secrets: ['pip-token'] },
  run: [
    'date',
    { script: 'git clone git@git.example.org:sea/tables', mounts: [{ kind: 'ssh', required: true }] },
    { script: 'rsync gauge:/tables /tables', mounts: [{ kind: 'ssh', id: 'gauge' }, { kind: 'secret', id: 'name', required: false }] },
  ],
};
`;
const folder = () => folderWith({ 'image.ts': image, token: 'x', key: 'k' });
const build = (words: readonly string[], env = {}) => command(['build', '--dry-run', '--engine', 'docker', ...words], folder(), env);

const warning = `image.ts:8:55 warning run[2].mounts[0]: the SSH agent "gauge" is not given   (ungiven-ssh)
  8 |     { script: 'rsync gauge:/tables /tables', mounts: [{ kind: 'ssh', id: 'gauge' }, { kind: 'secret', id: 'name', required: false }] },
    |                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: imagewright build --ssh gauge=FILE, a key or the socket of an agent
`;

describe('build', () => {
  it('names the lines that need what is not given, and what gives it', () => {
    const { status, stdout, stderr } = build([]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.split('\n').filter((line) => /^(?:image|hint)/.test(line))).toEqual([
      'image.ts:4:42 error pip.secrets[0]: the secret "pip-token" is not given   (ungiven-secret)',
      'hint: imagewright build --secret id=pip-token,src=FILE, or from a variable: --secret id=pip-token,env=PIP_TOKEN',
      'image.ts:7:68 error run[1].mounts[0]: an SSH agent is not given   (ungiven-ssh)',
      'hint: imagewright build --ssh default, for the agent that SSH_AUTH_SOCK names, or a key: --ssh default=FILE',
      ...warning.split('\n').filter((line) => /^(?:image|hint)/.test(line)),
    ]);
  });

  it('goes on with all that is needed, and warns of what may be', () => {
    const words = ['--secret', 'id=pip-token,src=token', '--ssh', 'default=key'];
    expect(build(words)).toEqual({
      status: 0,
      stdout: `docker build -f Dockerfile -t tides:latest ${words.join(' ')} --label imagewright.project=tides -- .\n`,
      stderr: warning,
    });
  });

  it('sees what is given behind --', () => {
    const { status, stderr } = build(['--', '--secret=id=pip-token', '--ssh', 'default', '--ssh=gauge=/run/agent']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    ['--secret', 'src=token', 'has no id', 'write --secret id=NAME,src=FILE or --secret id=NAME,env=VARIABLE'],
    ['--secret', 'id=a,src=tokn', 'names a file that is not there', 'correct the path, or create the file'],
    ['--secret', 'id=a,env=TOKEN', 'names an environment variable that is not set', 'set it: TOKEN=… imagewright build …'],
    ['--ssh', 'gauge=kye', 'names "kye", which is not there', 'correct the path of the key or of the socket'],
    [
      '--ssh',
      'default',
      'means the SSH agent, and SSH_AUTH_SOCK names none',
      'start one (eval "$(ssh-agent)"; ssh-add), or give a key: --ssh default=FILE',
    ],
  ])('says that %s %s is given in vain', (option, value, fault, hint) => {
    expect(command(['build', option, value], folder())).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: ${option} ${value} ${fault}   (bad-secret)\nhint: ${hint}\n`,
    });
  });

  it('takes a variable that is set, and the agent that SSH_AUTH_SOCK names', () => {
    const words = ['build', '--secret', 'id=pip-token,env=TOKEN', '--ssh', 'default', '--ssh', 'gauge=key'];
    const { stderr } = command(words, folder(), { TOKEN: 'x', SSH_AUTH_SOCK: '/run/agent' });
    expect(stderr).toContain('(no-engine)');
  });

  it('finds files from the working directory, whichever folder the definition is in', () => {
    const words = [
      '--secret',
      'id=pip-token,src=tide-table/token',
      '--ssh',
      'default=/etc/hostname,tide-table/key',
      '--cache-to',
      'type=local,dest=cache',
    ];
    const { stdout } = command(['build', 'tide-table/image.ts', '--dry-run', ...words], `${folder()}/..`);
    expect(stdout).toBe(
      'docker build -f Dockerfile -t tides:latest --cache-to type=local,dest=../cache --secret id=pip-token,src=token --ssh default=/etc/hostname,key --label imagewright.project=tides -- .\n',
    );
  });

  it('refuses what an engine does not have, with the reason', () => {
    const refused = (engine: string, ...words: readonly string[]) => {
      const { status, stderr } = command(
        ['build', '--dry-run', '--engine', engine, ...words],
        folderWith({ 'image.ts': "export default { base: 'scratch', name: 'a' };" }),
      );
      return { status, stderr };
    };
    expect(refused('podman', '--provenance', 'mode=max')).toEqual({
      status: 2,
      stderr: `error: --provenance: podman writes no attestations   (engine-option)
hint: leave it out, and attest what was pushed (cosign attest), or build with --engine docker
`,
    });
    expect(refused('docker', '--provenance', 'mode=max', '--', '--build-arg', 'API_TOKEN=x').stderr).toContain('(published-secret)');
    expect(refused('nerdctl', '--provenance', 'mode=max', '--sbom', 'true', '--pull')).toEqual({ status: 0, stderr: '' });
  });
});
