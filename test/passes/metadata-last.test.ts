import { describe, expect, it } from 'vitest';
import { metadataLast } from '../../src/passes/metadata-last.js';
import { arg, cmd, copy, debian, entrypoint, env, expose, label, raw, run, shell, shellCmd, user, volume, workdir } from '../support/instructions.js';

describe('metadataLast', () => {
  it('moves metadata right behind the last layer, in its own order', () => {
    const program = debian(
      volume('/data'),
      label({ title: 'x' }),
      workdir('/app'),
      cmd('make'),
      copy('.', '.'),
      user('app'),
      expose('80'),
      entrypoint('init'),
    );
    expect(metadataLast.apply(program)).toEqual(
      debian(workdir('/app'), copy('.', '.'), volume('/data'), label({ title: 'x' }), cmd('make'), user('app'), expose('80'), entrypoint('init')),
    );
  });

  it('returns the same object where no layer stands behind metadata', () => {
    const program = debian(copy('.', '/app/'), label({ title: 'x' }), user('app'), env({ A: '1' }), cmd('make'));
    expect(metadataLast.apply(program)).toBe(program);
  });

  it('does not pass raw text', () => {
    expect(metadataLast.apply(debian(label({ title: 'x' }), run('a'), raw('LABEL title=y'), expose('80'), run('b')))).toEqual(
      debian(run('a'), label({ title: 'x' }), raw('LABEL title=y'), run('b'), expose('80')),
    );
  });

  it('does not carry a label past a variable that it reads', () => {
    const byEnv = debian(label({ version: [{ variable: 'VERSION' }] }), env({ VERSION: '2' }), run('make'));
    expect(metadataLast.apply(byEnv)).toBe(byEnv);
    const byArg = debian(label({ version: [{ variable: 'TAG', operator: ':-', word: '${VERSION}' }] }), arg('VERSION'), run('make'));
    expect(metadataLast.apply(byArg)).toBe(byArg);
    const other = debian(label({ version: [{ variable: 'VERSION' }] }), env({ TAG: '2' }), run('make'));
    expect(metadataLast.apply(other)).toEqual(debian(env({ TAG: '2' }), run('make'), label({ version: [{ variable: 'VERSION' }] })));
  });

  it('does not carry a port past a variable that it reads', () => {
    const program = debian(expose([{ variable: 'PORT' }]), env({ PORT: '2' }), run('make'));
    expect(metadataLast.apply(program)).toBe(program);
    const other = debian(expose([{ variable: 'PORT' }]), env({ TAG: '2' }), run('make'));
    expect(metadataLast.apply(other)).toEqual(debian(env({ TAG: '2' }), run('make'), expose([{ variable: 'PORT' }])));
  });

  it('does not carry the shell form past the SHELL that is part of it', () => {
    const program = debian(shellCmd('make'), shell('bash', '-c'), run('make'));
    expect(metadataLast.apply(program)).toBe(program);
    expect(metadataLast.apply(debian(cmd('make'), shell('bash', '-c'), run('make')))).toEqual(debian(shell('bash', '-c'), run('make'), cmd('make')));
  });

  it('keeps the order of two of a kind', () => {
    const program = debian(cmd('first'), shellCmd('second'), shell('bash', '-c'), run('make'));
    expect(metadataLast.apply(program)).toBe(program);
  });
});
