/** A script whose result is that of the last command of a pipe, though one before it may well fail: `curl … | tar -x`. */

import { isBourne } from '../../ir/stage-shell.js';
import type { Command } from '../read/shell-commands.js';
import { scripts, type Script } from '../read/scripts.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

/** Whose failure nothing of the output tells of. */
const MAY_FAIL =
  /^(?:curl|wget|git|tar|unzip|gunzip|gzip|zcat|xz|bzip2|cat|make|cmake|python[\d.]*|perl|node|npm|pip[\d.]*|Rscript|apt-get|dpkg|gpg|aws|gsutil|ssh|scp|rsync|jq)$/;

export const pipedFailure = lintRule({
  name: 'piped-failure',
  level: 'warning',
  summary: 'a script fails when a command of its pipes fails',
  why: 'A shell goes by the last command alone: a download that breaks off is unpacked as far as it came, and the build goes on.',
  bad: { base: 'debian:bookworm-slim', run: ['curl -sSf https://example.org/tides.tar.gz | tar -xz -C /opt'] },
  good: {
    base: 'debian:bookworm-slim',
    shell: ['/bin/bash', '-o', 'pipefail', '-c'],
    run: ['curl -sSf https://example.org/tides.tar.gz | tar -xz -C /opt'],
  },
  also: ['DL4006'],
  check: (program) => scripts(program).flatMap(checkScript),
});

function checkScript({ commands, text, shell, origin }: Script): readonly Finding[] {
  if (!isBourne(shell) || /pipefail/.test([...(shell ?? []), text].join(' '))) return [];
  const piped = commands.filter(mayFail);
  if (piped.length === 0) return [];
  const name = piped[0]!.words[0]!;
  return [
    {
      origin,
      message: `nobody is told when "${name}" fails: the script goes by the last command of its pipe`,
      hint: "write shell: ['/bin/bash', '-o', 'pipefail', '-c'], or give it a file in between",
    },
  ];
}

function mayFail({ isPiped, words }: Command): boolean {
  return isPiped && MAY_FAIL.test(words[0]!.replace(/^.*\//, ''));
}
