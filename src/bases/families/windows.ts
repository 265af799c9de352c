/** Microsoft's base images: `servercore:ltsc2022`, `nanoserver:ltsc2022` (which runs as ContainerUser), `server:ltsc2022`. */

import { windowsFacts, windowsRelease } from '../distros/windows.js';
import type { BaseFamily } from '../facts.js';
import { findRelease, tagWords } from '../tag.js';

export const windows: BaseFamily = {
  repositories: ['mcr.microsoft.com/windows', 'mcr.microsoft.com/windows/'],
  facts: ({ repository, tag }) => {
    const facts = windowsFacts(findRelease(tagWords(tag), windowsRelease));
    return { ...facts, defaultUser: repository.endsWith('/nanoserver') ? 'ContainerUser' : 'ContainerAdministrator' };
  },
};
