/** Options whose values are paths, whatever the verb: for help and completion. */

export const PATHS: Readonly<Record<string, 'files' | 'folders'>> = { cwd: 'folders', file: 'files', from: 'folders', output: 'files' };
