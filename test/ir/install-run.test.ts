import { describe, expect, it } from 'vitest';
import type { Install } from '../../src/ir/instruction.js';
import { installRun } from '../../src/ir/install-run.js';

const at = (...path: (string | number)[]) => ({ path });

const aptInstall: Install = {
  kind: 'install',
  manager: 'apt',
  origins: [at('apt')],
  comment: 'System packages',
  prepare: ['apt-get update'],
  command: 'apt-get install -y --no-install-recommends',
  cacheOptions: ['-o Dir::Cache::archives=kept', '-o Dir::Cache::srcpkgcache=kept.index'],
  noCacheOptions: [],
  packages: [
    { value: 'curl=8.*', origin: at('apt', 1) },
    { value: 'git', origin: at('apt', 0) },
  ],
  options: [],
  cleanup: ['rm -rf /var/lib/apt/lists/*'],
  caches: [{ type: 'cache', target: '/var/cache/apt', sharing: 'locked' }],
  mounts: [],
  reads: [],
  environment: [{ name: 'DEBIAN_FRONTEND', value: 'noninteractive' }],
  sortable: true,
  mergeable: true,
};

const pipInstall: Install = {
  kind: 'install',
  manager: 'pip',
  origins: [at('pip')],
  prepare: [],
  command: 'pip install',
  cacheOptions: [],
  noCacheOptions: ['--no-cache-dir'],
  packages: [{ value: 'numpy>=1.26', origin: at('pip', 'packages', 0) }],
  options: ['-r /tmp/requirements/requirements.txt'],
  cleanup: [],
  caches: [{ type: 'cache', target: '/root/.cache/pip' }],
  mounts: [{ type: 'secret', id: 'pip_token' }],
  reads: [{ source: 'requirements.txt', target: '/tmp/requirements/requirements.txt', origin: at('pip', 'requirements') }],
  environment: [],
  sortable: true,
  mergeable: true,
};

describe('installRun', () => {
  it('cleans up in the same RUN where the pass chose clean-up', () => {
    expect(installRun({ ...aptInstall, caching: 'cleanup' })).toEqual({
      kind: 'run',
      origins: [at('apt'), at('apt', 1), at('apt', 0)],
      comment: 'System packages',
      script: {
        form: 'commands',
        commands: [
          { line: 'apt-get update', arguments: [], isolated: false },
          {
            line: 'DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends',
            arguments: ["'curl=8.*'", 'git'],
            isolated: false,
            argumentOrigins: [[at('apt', 1)], [at('apt', 0)]],
          },
          { line: 'rm -rf /var/lib/apt/lists/*', arguments: [], isolated: false },
        ],
      },
      mounts: [],
      verbatim: false,
    });
  });

  it('mounts its caches, and removes nothing, where the pass chose mounts', () => {
    const { script, mounts } = installRun({ ...aptInstall, caching: 'mounts' });
    expect(mounts).toEqual([{ type: 'cache', target: '/var/cache/apt', sharing: 'locked' }]);
    expect(script).toEqual({
      form: 'commands',
      commands: [
        { line: 'apt-get update', arguments: [], isolated: false },
        {
          line: 'DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index',
          arguments: ["'curl=8.*'", 'git'],
          isolated: false,
          argumentOrigins: [[at('apt', 1)], [at('apt', 0)]],
        },
      ],
    });
  });

  it('neither mounts nor cleans up where no pass chose', () => {
    const { script, mounts } = installRun(pipInstall);
    expect(mounts).toEqual([
      { type: 'secret', id: 'pip_token' },
      { type: 'bind', source: 'requirements.txt', target: '/tmp/requirements/requirements.txt' },
    ]);
    expect(script).toEqual({
      form: 'commands',
      commands: [
        {
          line: 'pip install',
          arguments: ["'numpy>=1.26'", '-r /tmp/requirements/requirements.txt'],
          isolated: false,
          argumentOrigins: [[at('pip', 'packages', 0)], [at('pip')]],
        },
      ],
    });
  });

  it('gives the options for a run without cache mounts when it cleans up', () => {
    expect(installRun({ ...pipInstall, caching: 'cleanup' }).script).toMatchObject({ commands: [{ line: 'pip install --no-cache-dir' }] });
  });
});
