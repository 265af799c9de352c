/**
 * What an engine keeps, images and containers: the argument lists that ask for it and change it, and what it answers as data, whichever engine it is.
 *
 * Names stand after `--`; what is for the engine untouched stands before.
 */

/** A name of an image; one that has several is several of these, with the same id. */
export interface StoredImage {
  /** Undefined for one that has lost its name. */
  readonly repository?: string;
  readonly tag?: string;
  /** Whole, without the algorithm. */
  readonly id: string;
  /** As the engine tells it: `3 minutes ago`. */
  readonly created: string;
  /** As the engine tells it: `190MB`. */
  readonly size: string;
}

export interface StoredContainer {
  readonly id: string;
  readonly name: string;
  /** As it was started by. */
  readonly image: string;
  readonly command: string;
  /** As the engine tells it: `Up 2 minutes`, `Exited (0) 3 hours ago`. */
  readonly status: string;
  /** Also of one that is paused. */
  readonly running: boolean;
  /** As the engine tells them: `0.0.0.0:8080->80/tcp`; empty: none. */
  readonly ports: string;
}

export interface StartOptions {
  readonly names: readonly string[];
  /** Its output comes here. */
  readonly attach: boolean;
  /** So does its input go there. */
  readonly interactive: boolean;
  readonly extra: readonly string[];
}

export interface LogsOptions {
  readonly name: string;
  readonly follow: boolean;
  /** Lines from the end; undefined: all. */
  readonly tail?: string | undefined;
  readonly extra: readonly string[];
}

export interface RemoveOptions {
  readonly names: readonly string[];
  readonly force: boolean;
  readonly extra: readonly string[];
}

export interface ImageStore {
  /** `label`: `name=value`. */
  readonly listArguments: (label: string) => readonly string[];
  readonly read: (stdout: string) => readonly StoredImage[];
  readonly removeArguments: (options: RemoveOptions) => readonly string[];
}

export interface ContainerStore {
  /** All, running or not, with a label (`name=value`), or of anybody. */
  readonly listArguments: (label: string | undefined) => readonly string[];
  readonly read: (stdout: string) => readonly StoredContainer[];
  /** Prints the id of the image of each, one a line. */
  readonly imageArguments: (names: readonly string[]) => readonly string[];
  /** Fails where one is not there. */
  readonly inspectArguments: (name: string) => readonly string[];
  readonly startArguments: (options: StartOptions) => readonly string[];
  readonly stopArguments: (options: {
    readonly names: readonly string[];
    readonly seconds?: string | undefined;
    readonly extra: readonly string[];
  }) => readonly string[];
  readonly logsArguments: (options: LogsOptions) => readonly string[];
  readonly removeArguments: (options: RemoveOptions) => readonly string[];
  readonly killArguments: (name: string) => readonly string[];
}

/** `sha256:4f2f…` → `4f2f…`. */
export function bareId(id: string): string {
  return id.replace(/^sha256:/, '');
}
