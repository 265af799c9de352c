/** What build.mjs makes of templates/: for each template a summary and its files, as text or precompiled. */
declare module 'imagewright:templates' {
  export interface Template {
    readonly summary: string;
    readonly files: Readonly<Record<string, string | object>>;
  }
  export const templates: Readonly<Record<string, Template>>;
}
