/**
 * duration(): seconds as a person reads them: `0.4s`, `59.9s`, `1m04s`, `2h05m`.
 */

export function duration(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10));
  if (tenths < 600) return `${(tenths / 10).toFixed(1)}s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)}m${two(whole % 60)}s`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)}h${two(minutes % 60)}m`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
