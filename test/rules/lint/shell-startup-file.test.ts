import { expect, it } from 'vitest';
import { shellStartupFile } from '../../../src/rules/lint/shell-startup-file.js';
import { findings } from '../../support/lint.js';

it('reports what is written for interactive shells', () => {
  expect(
    findings(shellStartupFile, {
      run: ['echo alias >> ~/.bashrc', 'echo x | tee -a /root/.profile', 'conda init bash', 'sed -i s/a/b/ /etc/bash.bashrc'],
    }),
  ).toEqual([
    'run[0]: "~/.bashrc" is read by interactive shells alone, not by the command of the container',
    'run[1]: "/root/.profile" is read by interactive shells alone, not by the command of the container',
    'run[2]: ".bashrc" is read by interactive shells alone, not by the command of the container',
    'run[3]: "/etc/bash.bashrc" is read by interactive shells alone, not by the command of the container',
  ]);
});

it('accepts reading them, and other files', () => {
  expect(
    findings(shellStartupFile, { run: ['cat ~/.bashrc', 'echo x > /etc/profile.d/tides.sh', 'conda install -y numpy && conda clean -ay'] }),
  ).toEqual([]);
});
