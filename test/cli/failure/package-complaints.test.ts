import { describe, expect, it } from 'vitest';
import { asksFor, packageComplaints } from '../../../src/cli/failure/package-complaints.js';

describe('packageComplaints', () => {
  it.each([
    ['apt', 'E: Unable to locate package nano2', 'nano2'],
    ['apt', "E: Version '99' for 'curl' was not found", 'curl'],
    ['apt', "E: Package 'tide' has no installation candidate", 'tide'],
    ['apk', '  nano2 (no such package):', 'nano2'],
    ['apk', '    breaks: world[curl=99]', 'curl'],
    ['dnf', 'No match for argument: nano2', 'nano2'],
    ['zypper', "No provider of 'nano2' found.", 'nano2'],
    ['zypper', "Package 'nano2' not found.", 'nano2'],
    ['pacman', 'error: target not found: nano2', 'nano2'],
    ['pip', 'ERROR: Could not find a version that satisfies the requirement six==99.1 (from versions: 0.9.0, 1.17.0)', 'six==99.1'],
    ['pip', 'ERROR: No matching distribution found for tide>=1', 'tide>=1'],
    ['pip', "ERROR: Failed to build 'tide' when getting requirements to build wheel", 'tide'],
    [
      'uv',
      '  cause: Because there is no version of six==99.1 and you require six==99.1, we can conclude that your requirements are unsatisfiable.',
      'six==99.1',
    ],
    [
      'uv',
      '  × Because tide was not found in the package registry and you require tide, we can conclude that your requirements are unsatisfiable.',
      'tide',
    ],
    ['npm', "npm error 404  'tide-table@9' is not in this registry.", 'tide-table@9'],
    ['npm', 'npm error notarget No matching version found for ms@99.', 'ms@99'],
    ['yarn', 'error Couldn\'t find package "tide" on the "npm" registry.', 'tide'],
    ['micromamba', '    └─ tide does not exist (perhaps a typo or a missing channel).', 'tide'],
    ['mamba', '  - nothing provides requested tide', 'tide'],
    ['cargo', 'error: could not find `tide-table` in registry `crates-io` with version `*`', 'tide-table'],
    ['go', 'go: example.org/tide@v9: module example.org/tide: reading https://…: 404 Not Found', 'example.org/tide@v9'],
    ['gem', "ERROR:  Could not find a valid gem 'tide' (>= 0) in any repository", 'tide'],
    ['R', 'package ‘tide’ is not available for this version of R', 'tide'],
    ['bun', 'error: tide@9 failed to resolve', 'tide'],
    ['pnpm', ' ERR_PNPM_FETCH_404  GET https://registry.example.org/tide: Not Found - 404', 'tide'],
    ['nobody', 'Reading package lists...', undefined],
  ])('of %s: %s', (_, line, name) => {
    expect(packageComplaints(['Reading package lists...', line]).map((complaint) => complaint.name)).toEqual(name === undefined ? [] : [name]);
  });

  it('names each once', () => {
    const twice = 'E: Unable to locate package nano2';
    expect(packageComplaints([twice, twice, 'E: Unable to locate package tide'])).toEqual([
      { name: 'nano2', line: twice },
      { name: 'tide', line: 'E: Unable to locate package tide' },
    ]);
  });
});

it.each([
  ["'numpy>=1.26'", 'numpy', true],
  ['requests[socks]==2', 'requests', true],
  ["'is-odd@9'", 'is-odd@9', true],
  ['@scope/tide@1', '@scope/tide', true],
  ['Flask_Login', 'flask-login', true],
  ['curl=7.*', 'curl', true],
  ['curl', 'curlftpfs', false],
  ['libcurl4', 'curl', false],
])('%s asks for %s: %s', (word, name, expected) => {
  expect(asksFor(word, name)).toBe(expected);
});
