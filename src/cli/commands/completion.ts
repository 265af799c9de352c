/**
 * `completion`: the script that lets a shell complete verbs, options, choices and names; and what that script asks.
 */

import { command } from '../command.js';
import { plain } from '../completion/candidate.js';
import { shellNames } from '../shell-names.js';

export const completion = command({
  subject: {
    name: 'shell',
    describe: `one of ${shellNames.join(', ')}; without one, what may follow the words after --`,
    values: () => plain(shellNames),
  },
  summary: 'print the script that completes command lines in your shell',
  options: {},
  examples: [
    ['eval "$(imagewright completion bash)"', 'in ~/.bashrc'],
    ['eval "$(imagewright completion zsh)"', 'in ~/.zshrc, after compinit'],
    ['imagewright completion fish >~/.config/fish/completions/imagewright.fish', 'once'],
  ],
  manual: {
    about: [
      'Verbs, options, their choices, presets, and the images of the definition are completed. The script asks imagewright itself, so that it never knows less than the version that is installed; it completes whichever imagewright is typed, also node_modules/.bin/imagewright.',
      'For that it calls "imagewright completion -- WORDS": a word and what it is on each line, or :files or :folders where the shell is to look itself.',
    ],
    afterDashes: 'words that are typed',
  },
  // Few runs need it.
  run: async (args, output) => (await import('../complete-shell.js')).completeShell(args, output),
});
