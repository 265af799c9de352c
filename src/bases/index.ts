/** Base facts: public names of the folder. */

export { baseFacts } from './base-facts.js';
export { distroFacts, distros } from './distros/index.js';
export { ubuntuCodeName } from './distros/ubuntu.js';
export type { AccountTool, BaseFacts, BaseFamily, BaseUser, DistroName, LocaleFacts, ManagerName, PythonFacts, TrustStore } from './facts.js';
export { families } from './families/index.js';
export { parseReference, type Reference } from './reference.js';
