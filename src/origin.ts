/**
 * Origins: where a value was written.
 *
 * Leaf module: every other module may import it, it imports none of ours.
 */

/** Keys and indices from the definition down to a value: `['stages', 'build', 'apt', 1]`. */
export type OriginPath = readonly (string | number)[];

/** Where a value of the spec was written. */
export interface Origin {
  /** Path inside the user's definition; for a value of a preset, the place where the preset is named (`['presets', 0]`). */
  readonly path: OriginPath;
  /** Set when a preset said it: which one, and the path inside what the preset returned. */
  readonly preset?: { readonly name: string; readonly path: OriginPath };
}

/** A value together with where it was written. */
export interface Located<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** The origin of something that stands below `origin`. */
export function childOrigin(origin: Origin, ...keys: readonly (string | number)[]): Origin {
  if (origin.preset === undefined) return { path: [...origin.path, ...keys] };
  return { path: origin.path, preset: { name: origin.preset.name, path: [...origin.preset.path, ...keys] } };
}

/** As a person writes it: `stages.build.apt[1]`; a key that is no identifier is quoted: `labels["org.example"]`. */
export function originText(origin: Origin): string {
  return pathText((origin.preset ?? origin).path);
}

function pathText(path: OriginPath): string {
  const parts = path.map((key, index) => {
    if (typeof key === 'number') return `[${key}]`;
    if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `[${JSON.stringify(key)}]`;
    return index === 0 ? key : `.${key}`;
  });
  return parts.join('');
}

/** Origins of something made from several things: each origin once, in order of first mention. */
export function mergeOrigins(...lists: readonly (readonly Origin[])[]): readonly Origin[] {
  const seen = new Map<string, Origin>();
  for (const origin of lists.flat()) {
    const key = JSON.stringify([origin.path, origin.preset?.name, origin.preset?.path]);
    if (!seen.has(key)) seen.set(key, origin);
  }
  return [...seen.values()];
}
