import { describe, expect, it } from 'vitest';
import { mergeMetadata } from '../../src/passes/merge-metadata.js';
import { at, debian, env, expose, label, run, volume } from '../support/instructions.js';

describe('mergeMetadata', () => {
  it('makes one instruction of adjacent ones', () => {
    const program = debian(
      env({ LANG: 'C.UTF-8' }),
      { ...env({ TZ: 'UTC' }), comment: 'Times are in UTC' },
      label({ title: 'Word count' }),
      label({ version: '0.1' }),
      expose('8080', '53/udp'),
      { ...expose('8080', '8443'), origins: [at('expose', 1)] },
      volume('/data'),
      volume('/results', '/data'),
    );
    expect(mergeMetadata.apply(program)).toEqual(
      debian(
        { ...env({ LANG: 'C.UTF-8', TZ: 'UTC' }), comment: 'Times are in UTC' },
        label({ title: 'Word count', version: '0.1' }),
        { ...expose('8080', '53/udp', '8443'), origins: [at('expose'), at('expose', 1)] },
        volume('/data', '/results'),
      ),
    );
  });

  it('exposes a port once, whether or not its protocol is named', () => {
    expect(mergeMetadata.apply(debian(expose('80', '80/tcp', '53/udp', '53', '53/tcp'), run('make'), expose('80/TCP')))).toEqual(
      debian(expose('80', '53/udp', '53'), run('make'), expose('80/TCP')),
    );
  });

  it('takes ports with variables for the same only where they are written alike', () => {
    const port = (...rest: readonly string[]) => [{ variable: 'PORT' }, ...rest];
    expect(mergeMetadata.apply(debian(expose(port(), '80'), expose(port('/tcp'), port())))).toEqual(
      debian({ ...expose(port(), '80', port('/tcp')), origins: [at('expose')] }),
    );
  });

  it('keeps apart an ENV that reads what the one before it sets', () => {
    const program = debian(env({ VENV: '/opt/venv' }), env({ PATH: [{ variable: 'VENV' }, '/bin:', { variable: 'PATH' }] }), env({ X: '$VENV' }));
    expect(mergeMetadata.apply(program)).toEqual(
      debian(env({ VENV: '/opt/venv' }), env({ PATH: [{ variable: 'VENV' }, '/bin:', { variable: 'PATH' }], X: '$VENV' })),
    );
    const inWord = debian(env({ VENV: '/opt/venv' }), env({ PATH: [{ variable: 'HOME', operator: ':-', word: '$VENV' }] }));
    expect(mergeMetadata.apply(inWord)).toBe(inWord);
  });

  it('keeps apart what sets the same name twice, and what is not adjacent', () => {
    const program = debian(env({ A: '1' }), env({ A: '2' }), label({ a: '1' }), label({ a: '2' }), env({ B: '1' }), run('make'), env({ C: '1' }));
    expect(mergeMetadata.apply(program)).toBe(program);
  });
});
