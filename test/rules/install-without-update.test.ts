import { describe, expect, it } from 'vitest';
import { applyPasses } from '../../src/passes/index.js';
import { installWithoutUpdate } from '../../src/rules/install-without-update.js';
import { apt, at, debian, run } from '../support/instructions.js';

describe('installWithoutUpdate', () => {
  it.each([
    ['apt-get install -y git', 'apt-get install -y git'],
    ['set -x && DEBIAN_FRONTEND=noninteractive apt -q install git curl && git --version', 'apt -q install git curl'],
  ])('reports %s', (line, install) => {
    expect(installWithoutUpdate.check(debian(run(line)))).toEqual([
      {
        origin: at('run', line),
        message: `"${install}" has no package lists: the run does not fetch them`,
        hint: 'name the packages in apt, or write "apt-get update && apt-get install …"',
      },
    ]);
  });

  it('reports a script and lists of an earlier run', () => {
    const script = run('script', { script: { form: 'script', text: 'set -u\napt-get install -y git\n' } });
    expect(installWithoutUpdate.check(debian(run('apt-get update'), script)).map(({ origin }) => origin)).toEqual([at('run', 'script')]);
  });

  it.each([
    'apt-get update && apt-get install -y git',
    'apt-get install -y ./tool.deb /tmp/other.deb',
    'apt-get remove git',
    'pip install apt',
    'echo apt-get',
  ])('accepts %s', (line) => expect(installWithoutUpdate.check(debian(run(line)))).toEqual([]));

  it('accepts a run that mounts the lists, and what the compiler writes', () => {
    expect(installWithoutUpdate.check(debian(run('apt-get install -y git', { mounts: [{ type: 'cache', target: '/var/lib/apt/lists' }] })))).toEqual(
      [],
    );
    for (const policy of ['cache', 'fewest', 'as-written'] as const) {
      expect(installWithoutUpdate.check(applyPasses(debian(apt(['git'])), policy))).toEqual([]);
    }
  });
});
