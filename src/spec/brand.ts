/**
 * Brands: how definitions and presets are recognised. They are registered symbols, so that two copies of the package (one of the user's project, one of
 * `npx`) understand each other; being symbols, they are no fields, and JSON does not carry them.
 */

/** On what `defineImage` returns. */
export const definedBrand: unique symbol = Symbol.for('imagewright.definition') as never;

/** On what a preset function returns; its value is a `PresetMark`. */
export const presetBrand: unique symbol = Symbol.for('imagewright.preset') as never;

/** Which preset said it, and with which options. */
export interface PresetMark {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The mark of what a preset function returned; undefined for anything else. */
export function presetMark(value: unknown): PresetMark | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const mark = (value as { readonly [presetBrand]?: PresetMark })[presetBrand];
  return typeof mark?.name === 'string' ? mark : undefined;
}

/** Whether a value came from `defineImage`. */
export function isDefined(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { readonly [definedBrand]?: unknown })[definedBrand] === true;
}
