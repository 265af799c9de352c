/** The public names of imagewright. What is not here is not a promise. */

export { compile, type Compiled, type CompileOptions } from './pipeline.js';
export type { Diagnostic, Severity } from './diagnostics.js';
export type { Located, Origin, OriginPath } from './origin.js';
export type { Program } from './ir/program.js';
export type { LayerPolicy } from './layer-policy.js';
export type { ImageSpec } from './spec/spec.js';
export type { ProjectFacts } from './spec/project-facts.js';
export { defineImage } from './spec/define-image.js';
export { definePreset, type PresetFunction, type PresetSource } from './spec/define-preset.js';
export { bind, cache, secret, ssh, tmpfs } from './spec/mounts.js';
export { add, arg, copy, env, file, raw, run, shell, user, workdir } from './spec/steps.js';
export { expand, override, prependPath } from './spec/values.js';
export type * from './spec/types.js';
