/** What build.mjs makes of templates/: for each template its kind, a summary, and its files, as text or precompiled. */
declare module 'imagewright:templates' {
  export interface Template {
    /** `ci`: what `init --ci` writes; `completion`: what a shell is told. Neither is something to begin with. */
    readonly kind: 'project' | 'ci' | 'completion';
    readonly summary: string;
    readonly files: Readonly<Record<string, string | object>>;
  }
  export const templates: Readonly<Record<string, Template>>;
}
