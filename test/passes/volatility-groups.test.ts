import { describe, expect, it } from 'vitest';
import { volatilityGroups } from '../../src/passes/volatility-groups.js';
import { apt, copy, debian, run, shown } from '../support/instructions.js';

const packages = (program: Parameters<typeof shown>[0]) =>
  [...shown(volatilityGroups.apply(program)).matchAll(/\(packages (.*?)\)/g)].map(([, names]) => names);

describe('volatilityGroups', () => {
  it('installs what lasts before what comes and goes', () => {
    expect(packages(debian(apt(['jq', 'r-base-core', 'tidy'])))).toEqual(['"r-base-core"', '"jq" "tidy"']);
  });

  it('marks both, so that they stay apart, and says which is which', () => {
    const request = apt(['jq', 'r-base-core'], { comment: 'System packages' });
    const [jq, r] = request.packages;
    const split = volatilityGroups.apply(debian(request, copy('.', '/opt/')));
    expect(split).toEqual(
      debian(
        { ...request, group: 'lasting', packages: [r!], comment: 'System packages that last' },
        { ...request, group: 'changing', packages: [jq!] },
        copy('.', '/opt/'),
      ),
    );
    expect(volatilityGroups.apply(split)).toBe(split);
  });

  it.each([
    ['where all come and go', apt(['jq', 'tidy', 'r-cran-dplyr'])],
    ['where all last', apt(['r-base-core', 'gcc'])],
    ['where it saves too little', apt(['gcc', 'libpq-dev'])],
    ['of a manager that is fast', apt(['r-base-core', 'jq'], { manager: 'apk' })],
    ['with options of its own', apt(['r-base-core', 'jq'], { options: ['-t', 'bookworm-backports'] })],
    ['with a version', apt(['r-base-core', 'jq=1.6-2.1'])],
    ['with a release', apt(['r-base-core', 'jq/bookworm-backports'])],
    ['with files of its own', apt(['r-base-core', 'jq'], { mounts: [{ type: 'secret', id: 'key' }] })],
    ['that may not be merged', apt(['r-base-core', 'jq'], { mergeable: false })],
    ['whose order has a meaning', apt(['r-base-core', 'jq'], { sortable: false })],
    ['of a language', apt(['r-base-core', 'jq'], { manager: 'pip' })],
  ])('leaves a request alone %s', (_, request) => {
    const program = debian(request, run('make'));
    expect(volatilityGroups.apply(program)).toBe(program);
  });
});
