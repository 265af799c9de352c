/**
 * renderTemplate(): a template of templates/ and what is to be filled in → the files for the user's folder. The only user of handlebars.
 *
 * Values are filled in as they are: the caller quotes them for where they stand. A name that the template uses and the caller does not give is an error.
 */

import runtime from 'handlebars/runtime.js';
import { templates, type Template } from 'imagewright:templates';

/** An instance of our own; the package's types leave `create` and `template` out. */
const handlebars = (runtime as unknown as { create(): { template(specification: object): (view: object) => string } }).create();

export interface RenderedFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Anything that handlebars shows. */
export type View = Readonly<Record<string, unknown>>;

/** What a project may begin with. */
export const templateSummaries = summariesOf('project');

/** What `--ci` may name. */
export const ciSummaries = summariesOf('ci');

function summariesOf(kind: Template['kind']): Readonly<Record<string, string>> {
  const entries = Object.entries(templates).filter(([, template]) => template.kind === kind);
  return Object.fromEntries(entries.map(([name, { summary }]) => [name, summary]));
}

/** Undefined: there is no such template. */
export function renderTemplate(name: string, view: View): readonly RenderedFile[] | undefined {
  if (!Object.hasOwn(templates, name)) return undefined;
  return Object.entries(templates[name]?.files ?? {}).map(([path, content]) => ({
    path,
    text: typeof content === 'string' ? content : handlebars.template(content)({ ...view }),
  }));
}
