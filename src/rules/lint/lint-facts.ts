/**
 * LintFacts: what rules are told besides the program, as plain data. The command line gathers it; a rule says nothing about what is not there, so that none has to be.
 */

export interface LintFacts {
  /**
   * What the build context has for each source that COPY, ADD and bind mounts name, by the source as the program has it (`.`, `src`, `*.c`). Absent: nobody has
   * looked.
   */
  readonly sources?: Readonly<Record<string, SourceFacts>>;
  /** The text of the ignore file that the builder reads. Absent: what `ignore` says is all that is known. */
  readonly ignoreFile?: string;
  /** How containers are run: the container profile of the definition. */
  readonly container?: ContainerFacts;
  /** Tags of the images that the project makes itself: bases of others among them. */
  readonly ownTags?: readonly string[];
}

export interface SourceFacts {
  /** The files that the builder gets, which the ignore file does not leave out. */
  readonly files: readonly ContextFile[];
}

export interface ContextFile {
  /** Relative to the context, with slashes: `data/tides.csv`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** A `ContainerSpec` is one. */
export interface ContainerFacts {
  /** `host`: a folder relative to that of the definition. */
  readonly mounts: readonly { readonly host?: string; readonly volume?: string; readonly to: string; readonly readOnly?: boolean }[];
  /** As `docker run -p` takes them: `8080:80`. */
  readonly ports: readonly string[];
  readonly command?: readonly string[];
  readonly user?: string;
}
