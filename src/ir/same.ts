/** Whether two plain values (what JSON can hold, and undefined fields) are the same; the order of keys has no meaning, that of lists has. */

export function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]));
}
