import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/cli/commands/index.js';
import { repository } from './support/project.js';

const file = join(repository, 'docs/imagewright.1');
const hasGroff = spawnSync('groff', ['--version']).status === 0;

describe.skipIf(!hasGroff)('the man page', () => {
  it('is one that groff has nothing to say of', () => {
    const { status, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z', file], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('shows every verb with its options, as they are typed', () => {
    const page = execFileSync('groff', ['-man', '-Tascii', '-P-c', '-P-b', '-P-u', '-rLL=200n', file], { encoding: 'utf8' });
    for (const [verb, { options }] of Object.entries(commands)) {
      const section = page.split(/^IMAGEWRIGHT /m).find((text) => text.startsWith(`${verb.toUpperCase()}\n`)) ?? '';
      const missing = Object.keys(options).filter(
        (name) =>
          !(options as Record<string, { hidden?: boolean }>)[name]?.hidden && !section.includes(`--${name}`) && !section.includes(`--[no-]${name}`),
      );
      expect([verb, section === '', ...missing]).toEqual([verb, false]);
    }
  });
});
