/** How containers of an image are run: the profile of `imagewright run`, resolved. */

/** How a container of the image is meant to be run. */
export interface ContainerSpec {
  readonly name?: string;
  readonly interactive: boolean;
  readonly detach: boolean;
  readonly mounts: readonly (
    { readonly host: string; readonly to: string; readonly readOnly: boolean } | { readonly volume: string; readonly to: string }
  )[];
  /** As `docker run -p` takes them: `8080:80`. */
  readonly ports: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly command?: readonly string[];
  /** As `docker run --user` takes it; `'caller'`: the uid and gid of who runs it. */
  readonly user?: string;
  /** Removed when it ends. Default true unless detached. */
  readonly remove: boolean;
}
