import type { Report } from '../diagnostics.js';
import type { Layer } from './layers.js';
export function validate(layer: Layer, report: Report): Layer {
  void report;
  return layer;
}
