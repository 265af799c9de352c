/** checkNode(): whether this Node is one that imagewright is made for: 20.19 or newer. */

import type { Check } from './check.js';

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return { subject: 'node', message: version };
  return { subject: 'node', message: `${version} is older than 20.19`, hint: 'install Node 20.19 or newer: https://nodejs.org' };
}
