/**
 * installed(): what commands of a script ask package managers to install.
 *
 *     apt-get install -y git curl=8.*      { manager: 'apt-get', packages: ['git', 'curl=8.*'], options: ['-y'] }
 */

import type { Command } from './shell-commands.js';

export interface Installed {
  readonly manager: string;
  readonly packages: readonly string[];
  readonly options: readonly string[];
  readonly command: Command;
  /** Whether the command before it answers its questions: `yes | …`. */
  readonly isAnswered: boolean;
}

/** The word by which each installs. */
const VERBS: Readonly<Record<string, RegExp>> = {
  apt: /^(?:install|reinstall)$/,
  'apt-get': /^(?:install|reinstall)$/,
  apk: /^add$/,
  dnf: /^(?:install|groupinstall)$/,
  microdnf: /^install$/,
  yum: /^(?:install|groupinstall)$/,
  zypper: /^(?:install|in)$/,
  pacman: /^-S[a-z]*$|^--sync$/,
  pip: /^install$/,
  pip3: /^install$/,
  conda: /^(?:install|create)$/,
  mamba: /^(?:install|create)$/,
  yarn: /^(?:install|add|global)$/,
};

/** Options whose next word is theirs. */
const TAKES_WORD =
  /^(?:-[otcrnfi]|--(?:target-release|option|config-file|requirement|constraint|index-url|extra-index-url|repository|name|channel|file|virtual|prefix))$/;

export function installed(commands: readonly Command[]): readonly Installed[] {
  return commands.flatMap((command, index) => {
    const words = plain(command.words);
    const [manager = '', ...rest] = words;
    // `conda run -n tides pip install …`: the verb is that of another program.
    const isOther = (manager === 'conda' || manager === 'mamba') && rest[0] === 'run';
    const verb = VERBS[manager] === undefined || isOther ? -1 : rest.findIndex((word) => VERBS[manager]!.test(word));
    if (verb < 0) return [];
    const before = commands[index - 1];
    const isAnswered = before !== undefined && before.isPiped && ['yes', 'echo', 'printf'].includes(before.words[0]!);
    const options = rest.filter((word, at) => word.startsWith('-') && (at !== verb || manager === 'pacman'));
    const packages = rest.slice(verb + 1).filter((word, at, all) => !word.startsWith('-') && !TAKES_WORD.test(all[at - 1] ?? ''));
    return [{ manager, packages, options, command, isAnswered }];
  });
}

/** `python3 -m pip` is pip, `/opt/venv/bin/pip` as well; what `env` sets is left out. */
function plain(words: readonly string[]): readonly string[] {
  const [first = '', second, third, ...rest] = words;
  if (/^(?:.*\/)?python[\d.]*$/.test(first) && second === '-m' && third !== undefined) return [third, ...rest];
  return [first.replace(/^.*\//, ''), ...words.slice(1)];
}
