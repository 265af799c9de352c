/** A script that installs packages without saying yes: nobody is there to be asked. */

import { installed, type Installed } from '../read/installers.js';
import { scripts } from '../read/scripts.js';
import { lintRule } from './lint-rule.js';

const YES: Readonly<Record<string, RegExp>> = {
  apt: /^(?:-\w*y\w*|-qq|--yes|--assume-yes|--force-yes)$/,
  'apt-get': /^(?:-\w*y\w*|-qq|--yes|--assume-yes|--force-yes)$/,
  dnf: /^(?:-\w*y\w*|--assumeyes)$/,
  microdnf: /^(?:-\w*y\w*|--assumeyes)$/,
  yum: /^(?:-\w*y\w*|--assumeyes)$/,
  zypper: /^(?:-\w*[ny]\w*|--non-interactive|--no-confirm)$/,
  pacman: /^--noconfirm$/,
  conda: /^(?:-\w*y\w*|--yes)$/,
  mamba: /^(?:-\w*y\w*|--yes)$/,
};

/** What to write. */
const ANSWERS: Readonly<Record<string, string>> = { zypper: '--non-interactive', pacman: '--noconfirm' };

export const asksQuestions = lintRule({
  name: 'asks-questions',
  level: 'warning',
  summary: 'what installs packages in a script asks no questions',
  why: 'Nobody is there to answer: the manager takes the silence for a no, and the build fails.',
  bad: { base: 'fedora:41', run: ['dnf install git && dnf clean all'] },
  good: { base: 'fedora:41', dnf: ['git'] },
  also: ['DL3014', 'DL3030', 'DL3034', 'DL3038'],
  check: (program) =>
    scripts(program).flatMap(({ commands, origin, text }) =>
      installed(commands)
        .filter((each) => asks(each, text))
        .map(({ manager }) => ({
          origin,
          message: `"${manager}" asks before it installs, and nobody answers`,
          hint: `give it ${ANSWERS[manager] ?? '-y'}`,
        })),
    ),
});

function asks({ manager, options, command, isAnswered }: Installed, text: string): boolean {
  // `conda env create` asks nothing.
  if (manager === 'conda' && command.words[1] === 'env') return false;
  const yes = YES[manager];
  return yes !== undefined && !isAnswered && !options.some((option) => yes.test(option)) && !/assume-?yes|CONDA_ALWAYS_YES/i.test(text);
}
