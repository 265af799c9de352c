/** ciKinds: the values of `init --ci`: the templates of that kind, by name, without loading them (test/cli/init-ci.test.ts compares). */

export const ciKinds = ['github', 'gitlab', 'pre-commit'] as const;

export type CiKind = (typeof ciKinds)[number];
