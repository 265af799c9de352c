/** --chown and --chmod, which COPY and ADD have, and COPY of files written in the Dockerfile: as they are printed, and what they cannot be. */

import type { AnyText } from '../text.js';
import { formFault, textFault } from './carry.js';
import type { Fault } from './line.js';
import { expandedFlag } from './quote.js';

const name = '[A-Za-z0-9_][A-Za-z0-9_.-]*';
const owner = { form: new RegExp(`^${name}(:${name})?$`), name: 'an owner', hint: 'write "app", "app:staff" or "1000:1000"' };
const change = '[ugoa]*[-+=][rwxXst]*';
const mode = { form: new RegExp(`^([0-7]{3,4}|${change}(,${change})*)$`), name: 'a mode', hint: 'write it in octal: "0755"' };

interface Rights {
  readonly chown?: AnyText;
  readonly chmod?: AnyText;
}

export function rightsFlags({ chown, chmod }: Rights): readonly string[] {
  return [...(chown === undefined ? [] : [`--chown=${expandedFlag(chown)}`]), ...(chmod === undefined ? [] : [`--chmod=${expandedFlag(chmod)}`])];
}

export function ownerFaults({ chown, chmod }: Rights): readonly (Fault | undefined)[] {
  return [valueFault(chown, { ...owner, part: /^[A-Za-z0-9_.:-]*$/ }), valueFault(chmod, { ...mode, part: /^[0-7ugoarwxXst,=+-]*$/ })];
}

/** `part`: what may stand around variables. */
function valueFault(value: AnyText | undefined, place: Parameters<typeof formFault>[1] & { readonly part: RegExp }): Fault | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return formFault(value, place);
  const literal = value.map((part) => (typeof part === 'string' ? part : '')).join('');
  return textFault(value, { name: place.name, alphabet: 'flag' }) ?? formFault(literal, { ...place, form: place.part });
}
