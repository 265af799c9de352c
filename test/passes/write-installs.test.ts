import { describe, expect, it } from 'vitest';
import { writeInstalls } from '../../src/passes/write-installs.js';
import { apt, copy, debian, pip, run, shown } from '../support/instructions.js';

describe('writeInstalls', () => {
  it('writes each install as the RUN that its caching asks for', () => {
    const program = debian(apt(['git'], { caching: 'cleanup' }), pip('requirements.txt', { caching: 'mounts' }), copy('.', '/app/'), apt(['nano']));
    expect(shown(writeInstalls.apply(program))).toBe(`
(run (commands ("apt-get update") ("apt-get install -y" "git") ("rm -rf /var/lib/apt/lists/*")))
(run
  (mount cache (target "/root/.cache/pip"))
  (mount bind (source "requirements.txt") (target "/tmp/requirements/requirements.txt"))
  (commands ("pip install" "-r /tmp/requirements/requirements.txt")))
(copy (sources ".") (to "/app/"))
(run (commands ("apt-get update") ("apt-get install -y" "nano")))
`);
  });

  it('returns the same object where there is no install', () => {
    const program = debian(run('make'));
    expect(writeInstalls.apply(program)).toBe(program);
  });
});
