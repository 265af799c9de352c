/**
 * The parts that a definition is merged from: its presets in order (and theirs before them), then the definition itself.
 *
 * A value of a preset has the origin of the place where the preset is named, and its path inside what the preset returned. A preset without a mark (a plain
 * object) is part of the user's own file.
 */

import { childOrigin, type Located, type Origin } from '../origin.js';
import { presetMark } from './brand.js';
import { isObject } from './is-object.js';
import type { ImageDefinition, PartialDefinition } from './types.js';

export type Layer = Located<PartialDefinition>;

export function layersOf(definition: ImageDefinition): readonly Layer[] {
  return layersFrom(definition, { path: [] });
}

function layersFrom(value: PartialDefinition, origin: Origin): readonly Layer[] {
  const presets: unknown = value?.presets;
  const list = Array.isArray(presets) ? (presets as readonly unknown[]) : [];
  // What is no object is no preset; the schema says so.
  const below = list.flatMap((preset, index) => {
    return isObject(preset) ? layersFrom(preset, presetOrigin(preset, childOrigin(origin, 'presets', index))) : [];
  });
  return [...below, { value, origin }];
}

function presetOrigin(preset: unknown, origin: Origin): Origin {
  const mark = presetMark(preset);
  return mark === undefined ? origin : { path: origin.path, preset: { name: mark.name, path: [] } };
}
