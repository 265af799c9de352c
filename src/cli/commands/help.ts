/**
 * `help`: the manual of the command, or of a verb; what `--help` prints.
 */

import { command } from '../command.js';

export const help = command({
  subject: {
    name: 'verb',
    describe: 'the verb; without one, what there is',
    values: async () => (await import('../help/print-help.js')).verbCandidates(),
  },
  summary: 'print what a verb does, its options, exit codes and examples',
  options: {},
  examples: [['imagewright help build', 'the same as "imagewright build --help"']],
  run: async (args, output) => (await import('../help/print-help.js')).printHelp(args, output),
});
