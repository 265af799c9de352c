import { expect, it } from 'vitest';
import { asksQuestions } from '../../../src/rules/lint/asks-questions.js';
import { findings } from '../../support/lint.js';

it('reports each manager that would wait for an answer', () => {
  expect(
    findings(asksQuestions, {
      run: ['apt-get update && apt-get install git', 'dnf install git', 'zypper install git', 'pacman -S git', 'conda install numpy'],
    }),
  ).toEqual([
    'run[0]: "apt-get" asks before it installs, and nobody answers',
    'run[1]: "dnf" asks before it installs, and nobody answers',
    'run[2]: "zypper" asks before it installs, and nobody answers',
    'run[3]: "pacman" asks before it installs, and nobody answers',
    'run[4]: "conda" asks before it installs, and nobody answers',
  ]);
});

it('accepts an answer in whatever form', () => {
  expect(
    findings(asksQuestions, {
      run: [
        'apt-get update && apt-get -qy install git',
        'yes | apt-get install git && apt-get update',
        'apt-get update && apt-get install --yes git',
        'dnf -y install git',
        'zypper -n in git',
        'pacman -S --noconfirm git',
        'pip install numpy --no-cache-dir',
        'apk add --no-cache git',
        'conda run -n tides pip install --no-cache-dir .',
        'conda env create -f environment.yml && conda clean --all --yes',
        'apt-get update -o APT::Get::Assume-Yes=1 && apt-get install git',
      ],
    }),
  ).toEqual([]);
});
