import { describe, expect, it } from 'vitest';
import { mountFault, mountFlag } from '../../src/print/mount-flag.js';

describe('mountFlag', () => {
  it('writes each type with the keys of RUN --mount', () => {
    expect(mountFlag({ type: 'bind', target: '/x', source: 'src', from: 'build', readWrite: true })).toBe(
      '--mount=type=bind,from=build,source=src,target=/x,rw',
    );
    expect(mountFlag({ type: 'cache', target: '/c', id: 'pip', sharing: 'locked', mode: '0755', uid: 1000, gid: 1000 })).toBe(
      '--mount=type=cache,id=pip,target=/c,sharing=locked,mode=0755,uid=1000,gid=1000',
    );
    expect(mountFlag({ type: 'tmpfs', target: '/t', size: 1024 })).toBe('--mount=type=tmpfs,target=/t,size=1024');
    expect(mountFlag({ type: 'ssh', id: 'forge' })).toBe('--mount=type=ssh,id=forge');
  });

  it('names a folder without the slash behind it', () => {
    expect(mountFlag({ type: 'bind', target: '/x', source: 'src//' })).toBe('--mount=type=bind,source=src,target=/x');
    expect(mountFlag({ type: 'bind', target: '/x', source: '/', from: 'build' })).toBe('--mount=type=bind,from=build,source=/,target=/x');
  });

  it('begins a cache with files, reads it only, and keeps one for each value of a variable', () => {
    expect(mountFlag({ type: 'cache', target: '/c', from: 'build', source: '/etc', readOnly: true })).toBe(
      '--mount=type=cache,target=/c,from=build,source=/etc,ro',
    );
    expect(mountFlag({ type: 'cache', target: '/c', id: ['apt-', { variable: 'TARGETARCH' }] })).toBe(
      '--mount=type=cache,id=apt-${TARGETARCH},target=/c',
    );
    expect(mountFlag({ type: 'cache', target: '/a b', id: ['$', { variable: 'A' }] })).toBe('--mount="type=cache,id=\\\\\\$\\${A},target=/a b"');
  });

  it('requires a secret unless said otherwise, and an agent if said so', () => {
    expect(mountFlag({ type: 'secret', id: 'token', required: false, target: '/t', env: 'T' })).toBe('--mount=type=secret,id=token,target=/t,env=T');
    expect(mountFlag({ type: 'ssh', id: 'forge', target: '/run/agent', required: true })).toBe(
      '--mount=type=ssh,id=forge,target=/run/agent,required=true',
    );
    expect(mountFlag({ type: 'secret', id: 'token' })).toBe('--mount=type=secret,id=token,required=true');
    expect(mountFlag({ type: 'secret', id: 'token', env: 'TOKEN' })).toBe('--mount=type=secret,id=token,env=TOKEN,required=true');
  });

  it('says who may use a secret or an agent', () => {
    expect(mountFlag({ type: 'secret', id: 'token', mode: '0440', uid: 1000, gid: 100 })).toBe(
      '--mount=type=secret,id=token,mode=0440,uid=1000,gid=100,required=true',
    );
    expect(mountFlag({ type: 'ssh', mode: '0666' })).toBe('--mount=type=ssh,mode=0666');
  });

  it('lets variables stand in places', () => {
    const place = ['/', { variable: 'PLACE' }];
    expect(mountFlag({ type: 'bind', target: place, source: [{ variable: 'FROM', operator: ':-', word: 'src' }] })).toBe(
      '--mount=type=bind,source=${FROM:-src},target=/${PLACE}',
    );
    expect(mountFlag({ type: 'tmpfs', target: place })).toBe('--mount=type=tmpfs,target=/${PLACE}');
  });

  it('quotes for CSV, for the lexer and for the flag', () => {
    expect(mountFlag({ type: 'tmpfs', target: '/a,b' })).toBe('--mount="type=tmpfs,\\"target=/a,b\\""');
    expect(mountFlag({ type: 'tmpfs', target: '/a b$C' })).toBe('--mount="type=tmpfs,target=/a b\\\\\\$C"');
  });
});

describe('mountFault', () => {
  it('finds nothing in a mount that can be written', () => {
    expect(mountFault({ type: 'tmpfs', target: '/a, "b"' })).toBe(undefined);
  });

  it('refuses an empty value and what is not ASCII', () => {
    expect(mountFault({ type: 'tmpfs', target: '' })).toEqual({ message: '"" cannot be the target of a mount', hint: 'give it a value' });
    expect(mountFault({ type: 'bind', target: '/x', source: 'données' })).toEqual({
      message: '"données" has a character that is not printable ASCII, which source of a mount cannot carry',
      hint: 'use a name of ASCII characters',
    });
  });
});
