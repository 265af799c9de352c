import { describe, expect, it } from 'vitest';
import type { Instruction } from '../../src/ir/instruction.js';
import { mountUsedOnce } from '../../src/passes/mount-used-once.js';
import { at, copy, debian, raw, run, shell, shown, workdir } from '../support/instructions.js';

const sources = copy('src', '/tmp/src');
const make = run('cd /tmp/src && make install && rm -rf /tmp/src', { isolated: true });

describe('mountUsedOnce', () => {
  it('mounts what the command removes', () => {
    const mounted = mountUsedOnce.apply(debian(sources, make));
    expect(shown(mounted)).toBe(`
(run
  (mount bind (readWrite true) (source "src") (target "/tmp/src"))
  (commands ("cd /tmp/src && make install" isolated)))
`);
    expect(mounted.stages[0]!.instructions[1]!.origins).toEqual([at('copy', 'src'), ...make.origins]);
  });

  it.each(['rm -f', 'rm -r', 'rm -fr'])('knows %s', (removal) => {
    expect(shown(mountUsedOnce.apply(debian(copy('tool.deb', '/tmp/tool.deb'), run(`dpkg -i /tmp/tool.deb && ${removal} /tmp/tool.deb`))))).toBe(`
(run
  (mount bind (readWrite true) (source "tool.deb") (target "/tmp/tool.deb"))
  (commands ("dpkg -i /tmp/tool.deb")))
`);
  });

  it.each<readonly [string, readonly Instruction[]]>([
    ['what stays', [sources, run('cd /tmp/src && make install')]],
    ['what is removed whether the command went well or not', [sources, run('make install; rm -rf /tmp/src')]],
    ['another folder', [sources, run('make install && rm -rf /tmp')]],
    ['what is moved', [sources, run('mv /tmp/src/tool /opt/tool && rm -rf /tmp/src')]],
    ['what is linked', [sources, run('cp -al /tmp/src /opt/tool && rm -rf /tmp/src')]],
    ['a removal in quotes', [sources, run('echo "make && rm -rf /tmp/src')]],
    ['a removal in a comment', [sources, run('make install # && rm -rf /tmp/src')]],
    ['a place where something may be', [run('make'), sources, make]],
    ['a folder that a WORKDIR has made', [workdir('/tmp/src'), sources, make]],
    ['a place whose parent stays', [copy('src', '/build/src'), run('cd /build/src && make && rm -rf /build/src')]],
    ['what comes from a stage', [{ ...sources, from: { stage: 'build' } }, make]],
    ['a pattern', [copy('*.c', '/tmp/src'), make]],
    ['several sources', [{ ...sources, sources: ['src', 'lib'] }, make]],
    ['a target that may be a folder', [copy('src', '/tmp/src/'), make]],
    ['another owner', [{ ...sources, chown: 'app' }, make]],
    ['what is left out', [{ ...sources, exclude: ['*.o'] }, make]],
    ['a layer of its own', [sources, { ...make, layer: 'own' }]],
    ['a copy that is a layer of its own', [{ ...sources, layer: 'own' }, make]],
    ['what must not be touched', [sources, { ...make, verbatim: true }]],
    ['another mount there', [sources, { ...make, mounts: [{ type: 'cache', target: '/tmp/src/cache' }] }]],
    ['another shell', [shell('pwsh', '-c'), sources, make]],
    ['what is not right before', [sources, raw('# nothing'), make]],
  ])('leaves %s', (_, instructions) => {
    const program = debian(...instructions);
    expect(mountUsedOnce.apply(program)).toBe(program);
  });

  it('leaves builders without mounts, and those of which it is not known whether the folder stays', () => {
    for (const dockerfile of [{ builder: 'legacy' }, { builder: 'buildah', version: '1.33' }, { builder: 'buildkit', version: '1.1' }] as const) {
      const program = { ...debian(sources, make), dockerfile };
      expect(mountUsedOnce.apply(program)).toBe(program);
    }
  });
});
