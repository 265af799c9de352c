/**
 * printBake(): several images as one file for `docker buildx bake`, which builds one that another stands on before it, and never pulls it.
 *
 *     { web: …, worker: { base: web } }      "worker": { …, "contexts": { "web:1": "target:web" } }
 *
 * Strings are templates to bake: `${` and `%{` are escaped. Keys keep their order, which is that of the images.
 */

import { addJsonHeader } from './header.js';

export interface BakeImage {
  readonly name: string;
  /** Relative to the context. */
  readonly dockerfile: string;
  /** Relative to the file. */
  readonly context: string;
  readonly tags: readonly string[];
  /** Those that the Dockerfile does not have: `name=value`. */
  readonly labels?: readonly string[];
  /** The stage that is the image, where it is not the last. */
  readonly target?: string | undefined;
  /** Build arguments without a default: bake takes them from variables of the environment. */
  readonly args: readonly string[];
  readonly platforms: readonly string[];
  /** Further contexts by name, as `--build-context` takes them. */
  readonly contexts?: Readonly<Record<string, string>>;
  /** References, as FROM and COPY have them, to images of the same file → their names. */
  readonly uses: Readonly<Record<string, string>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** `source`: name of the definition file. */
export function printBake(images: readonly BakeImage[], source: string): string {
  const names = targetNames(images);
  const variables = [...new Set(images.flatMap(({ args }) => args))].sort();
  const body = {
    ...filled({ variable: Object.fromEntries(variables.map((name) => [name, { default: null }])) }),
    group: { default: { targets: [...names.values()] } },
    target: Object.fromEntries(images.map((image) => [names.get(image.name)!, bakeTarget(image, names)])),
  };
  return addJsonHeader(body, source, 'imagewright generate --format bake');
}

function bakeTarget({ args, uses, contexts: given = {}, labels = [], ...image }: BakeImage, names: ReadonlyMap<string, string>): Fields {
  const targets = Object.entries(uses).map(([reference, name]) => [template(contextName(reference)), `target:${names.get(name)}`]);
  const contexts = [...targets, ...Object.entries(given).map(([name, value]) => [name, template(value)])];
  return {
    context: template(image.context),
    dockerfile: template(image.dockerfile),
    ...filled({ contexts: Object.fromEntries(contexts), args: Object.fromEntries(args.map((name) => [name, `\${${name}}`])) }),
    ...(image.target === undefined ? {} : { target: template(image.target) }),
    ...filled({ tags: image.tags.map(template), labels: Object.fromEntries(labels.map(labelField)), platforms: image.platforms.map(template) }),
  };
}

function labelField(label: string): readonly [string, string] {
  const [name = ''] = label.split('=', 1);
  return [name, template(label.slice(name.length + 1))];
}

/** Without the fields that hold nothing. */
function filled(fields: Readonly<Record<string, object>>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => Object.keys(value).length > 0));
}

/** Letters, digits, `_` and `-`; each another; and none that is the name of the group of all. */
function targetNames(images: readonly BakeImage[]): ReadonlyMap<string, string> {
  const taken = new Set(['default']);
  return new Map(
    images.map(({ name }) => {
      const plain = name.replace(/[^A-Za-z0-9_-]/g, '-');
      let unique = plain;
      for (let number = 2; taken.has(unique); number += 1) unique = `${plain}-${number}`;
      taken.add(unique);
      return [name, unique];
    }),
  );
}

/** BuildKit looks for a context by the shortest name of an image: `docker.io/library/web:latest` is `web`. */
function contextName(reference: string): string {
  return reference.replace(/^docker\.io\/(?:library\/)?/, '').replace(/:latest$/, '');
}

function template(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}
