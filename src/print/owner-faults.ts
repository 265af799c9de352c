/** What --chown and --chmod, which COPY has for files of the context and for files written in the Dockerfile, cannot be. */

import { formFault } from './carry.js';
import type { Fault } from './line.js';

const name = '[A-Za-z0-9_][A-Za-z0-9_.-]*';
const owner = { form: new RegExp(`^${name}(:${name})?$`), name: 'an owner', hint: 'write "app", "app:staff" or "1000:1000"' };
const change = '[ugoa]*[-+=][rwxXst]*';
const mode = { form: new RegExp(`^([0-7]{3,4}|${change}(,${change})*)$`), name: 'a mode', hint: 'write it in octal: "0755"' };

export function ownerFaults({ chown, chmod }: { readonly chown?: string; readonly chmod?: string }): readonly (Fault | undefined)[] {
  return [chown === undefined ? undefined : formFault(chown, owner), chmod === undefined ? undefined : formFault(chmod, mode)];
}
