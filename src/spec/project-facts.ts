/** ProjectFacts: what is known of the project that an image belongs to. Whoever compiles brings it along: the command line from package.json and git. */

export interface ProjectFacts {
  readonly title?: string;
  readonly description?: string;
  readonly version?: string;
  /** An SPDX expression: `MIT OR Apache-2.0`. */
  readonly licenses?: string;
  /** Names, with addresses where they are known: `Ada Byron <ada@example.org>`. */
  readonly authors?: string;
  /** Address of the home page. */
  readonly url?: string;
  /** Address of the manual. */
  readonly documentation?: string;
  /** Address of the source code, as git or package.json has it: `git@example.org:team/tides.git`, `github:team/tides`. */
  readonly source?: string;
}
