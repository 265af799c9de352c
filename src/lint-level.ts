/** LintLevel: what `imagewright lint` makes of what a rule finds; see `lint` in spec/types.ts. `off`: nobody is told. */

export type LintLevel = 'error' | 'warning' | 'off';
