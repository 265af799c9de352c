/** shellNames: the shells that templates/completion has a script for, without loading them (test/cli/commands/completion.test.ts compares). */

export const shellNames = ['bash', 'zsh', 'fish'] as const;
