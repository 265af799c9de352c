/** Build contexts: folders, and what else a builder takes for one. */

import { tokenFault } from './secrets.js';
import { quoted, type Check, type Fault } from './fault.js';

const fault = (context: string, message: string, hint: string): Fault => ({ code: 'bad-context', message: `${quoted(context)} ${message}`, hint });

const ABSOLUTE = /^(?:\/|~|[A-Za-z]:[\\/])/;

/** The folder of the build context. */
export const contextFolderFault: Check<string> = (folder) => {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(folder)) return fault(folder, 'is a URL, not a folder', 'name a folder, or declare it under "contexts"');
  if (ABSOLUTE.test(folder)) return fault(folder, 'is absolute, which no other machine has', "write it relative to the folder of image.ts: '..'");
  return folder.includes('\\') ? fault(folder, 'has a backslash', 'write slashes') : undefined;
};

/** A further one: a folder, or the URL of a repository or an archive. */
export const furtherContextFault: Check<string> = (context) => {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(context))
    return context.includes('=') ? fault(context, 'has a "=" in it', 'rename it') : contextFolderFault(context);
  const secret = tokenFault(context);
  if (secret || /^(?:https?|git|ssh|oci-layout):\/\/\S+$/.test(context)) return secret;
  const remedy = context.startsWith('docker-image://')
    ? `write { image: ${quoted(context.slice('docker-image://'.length))} }`
    : "begin it with 'https://'";
  return fault(context, 'is no context that builders know', remedy);
};
