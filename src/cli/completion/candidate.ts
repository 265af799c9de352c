/** What may stand at a place of the command line. */

export interface Candidate {
  readonly word: string;
  readonly describe: string;
}

/** Words, or paths of the file system: then the shell looks. */
export type Candidates = readonly Candidate[] | 'files' | 'folders';

/** Where a table has them. */
export type CandidateSource = () => Candidates | Promise<Candidates>;

export function plain(words: readonly string[]): readonly Candidate[] {
  return words.map((word) => ({ word, describe: '' }));
}
