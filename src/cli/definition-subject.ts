/** The positional argument of most verbs. */
export const definitionSubject = {
  name: 'image.ts',
  describe: 'the definition file; image.ts (.mts .cts .js .mjs .cjs .json) of the working directory unless named',
} as const;
