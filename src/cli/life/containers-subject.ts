/** The positional argument of verbs about containers. */

export const containersSubject = {
  name: 'NAME',
  describe: 'name or id of a container; the only one of this project unless named',
  values: () => [],
} as const;
