/**
 * Whether a value is a plain object: no list, and no instance of a class, such as a Map or a Date, whose content is in no fields. An object of another realm
 * (a definition may be evaluated in one of its own) is plain, and so is one without a prototype.
 */

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
