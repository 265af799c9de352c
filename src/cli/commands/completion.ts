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
    ['imagewright completion fish | source', 'in ~/.config/fish/config.fish'],
  ],
  // Few runs need it.
  run: async (args, output) => (await import('../complete-shell.js')).completeShell(args, output),
});
