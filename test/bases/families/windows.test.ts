import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

const windows = (release: string, user: string) =>
  `windows ${release}: no manager, none python, cmd, ContainerAdministrator ?, ContainerUser ?, perhaps more accounts, runs as ${user}`;

test.each([
  ['mcr.microsoft.com/windows/servercore:ltsc2022', windows('ltsc2022', 'ContainerAdministrator')],
  ['mcr.microsoft.com/windows/servercore:10.0.20348.2655-amd64', windows('?', 'ContainerAdministrator')],
  ['mcr.microsoft.com/windows/nanoserver:1809', windows('1809', 'ContainerUser')],
  ['mcr.microsoft.com/windows/server:ltsc2022', windows('ltsc2022', 'ContainerAdministrator')],
  ['mcr.microsoft.com/windows:20H2', windows('20H2', 'ContainerAdministrator')],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
