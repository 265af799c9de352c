/**
 * divertStdout(): what a definition prints (`console.log`, `process.stdout.write`) goes to stderr from now on, also what it prints later, from a timer: stdout is
 * for what was asked for. We and the engines write to the descriptor, and are not touched by it.
 */

export function divertStdout(): void {
  Object.defineProperty(process, 'stdout', { configurable: true, enumerable: true, get: () => process.stderr });
}
