/**
 * What the verbs do, in one module: they share nearly all that they load, and one file is found, read and linked faster than twenty.
 */

export { buildImages } from './build-images.js';
export { checkProject } from './check-project.js';
export { diagnose } from './diagnose.js';
export { generateFiles } from './generate-files.js';
export { initProject } from './init-project.js';
export { runContainer } from './run-container.js';
