/** LayerPolicy: how far instructions are merged; see `layers` in spec/types.ts. Under `as-written` each thing that was asked for is one instruction. */

export type LayerPolicy = 'cache' | 'fewest' | 'as-written';
