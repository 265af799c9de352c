/** Options of all verbs about the images and containers of a project, and what they are asked by. */

import type { EngineName } from '../../engine/index.js';
import { definitionOptions, imageOption } from '../compile-options.js';
import type { CommandOptions } from '../command.js';
import { engineOption } from '../engine-option.js';
import { fileOption } from '../file-option.js';

export const lifeOptions = { ...fileOption, ...definitionOptions, ...engineOption, image: imageOption } as const satisfies CommandOptions;

export interface LifeRequest {
  /** The definition file. */
  readonly file: string | undefined;
  readonly arg: readonly string[] | undefined;
  readonly engine: EngineName | undefined;
  /** One of several images. */
  readonly image: string | undefined;
}

/** Of verbs that are given names. */
export interface NamesRequest extends LifeRequest {
  readonly subjects: readonly string[];
  readonly all: boolean;
  readonly afterDashes: readonly string[];
}
