/**
 * What a second run does without: the first run, jiti, JSON and failures. One late import for all, so that a bundler keeps the warm path in few files.
 */

export { absentExport } from './absent-export.js';
export { emit } from './emit.js';
export { evaluateWithJiti } from './evaluate-with-jiti.js';
export { explainFailure } from './explain-failure.js';
export { readStrictJson } from './read-json.js';
