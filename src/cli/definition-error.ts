/** DefinitionError: a definition that is not right; all that is wrong with it. `main` reports it and ends with 2. */

import type { Fault } from './fault.js';

export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => fault.message).join('; '));
    this.faults = faults;
  }
}
