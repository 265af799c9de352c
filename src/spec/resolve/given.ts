/** A field that is there only when it has a value: `{ ...given('uid', options.uid) }`. The spec has no field that is undefined. */

export function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
