/** The positional argument of verbs about a registry. */
export const registrySubject = {
  name: 'registry',
  describe: 'host and port; the registry of the definition unless named, and Docker Hub where that names none',
  values: () => [],
} as const;
