/** WORKDIR, USER, STOPSIGNAL, EXPOSE and VOLUME: instructions of one or a few words. Refuse what the engine would read otherwise than it was written. */

import type { Expose, StopSignal, User, Volume, Workdir } from '../../ir/instruction.js';
import { pathText, type AnyText, type PathText, type Text } from '../../text.js';
import { formFault, shown, textFault } from '../carry.js';
import type { Fault, PrintContext, PrintedLine } from '../line.js';
import { withoutVariables } from '../paths.js';
import { barePath, lexRest, pathList } from '../quote.js';

export function printWorkdir({ path, origins }: Workdir, context: PrintContext): readonly PrintedLine[] {
  context.refuse(origins[0]!, restFault(path, 'WORKDIR'));
  return [{ text: `WORKDIR ${lexRest(path, context.escape)}`, origins }];
}

export function printUser({ user, origins }: User, context: PrintContext): readonly PrintedLine[] {
  context.refuse(origins[0]!, restFault(pathText(user), 'USER'));
  return [{ text: `USER ${lexRest(pathText(user), context.escape)}`, origins }];
}

export function printStopSignal({ signal, origins }: StopSignal, context: PrintContext): readonly PrintedLine[] {
  const text = pathText(signal);
  const form = { form: /^[A-Z0-9+-]+$/i, name: 'a signal', hint: 'write a name or a number: "SIGTERM"' };
  context.refuse(origins[0]!, textFault(text, { name: 'STOPSIGNAL', alphabet: 'line' }) ?? formFault(withoutVariables(signal), form));
  return [{ text: `STOPSIGNAL ${lexRest(text, context.escape)}`, origins }];
}

export function printExpose({ ports, origins }: Expose, context: PrintContext): readonly PrintedLine[] {
  for (const port of ports) context.refuse(origins[0]!, portFault(port));
  return [{ text: `EXPOSE ${ports.map((port) => barePath(port, context.escape)).join(' ')}`, origins }];
}

/** What a variable holds is not known; all else is of what ports are written with. */
function portFault(port: AnyText): Fault | undefined {
  const hint = 'write "8080", "53/udp" or "8000-8010/tcp"';
  if (typeof port === 'string') return formFault(port, { form: /^\d{1,5}(-\d{1,5})?(\/(tcp|udp|sctp))?$/, name: 'a port', hint });
  const plain = port.map((part) => (typeof part === 'string' ? part : (part.word ?? ''))).join('');
  return textFault(port, { name: 'EXPOSE', alphabet: 'line' }) ?? formFault(plain, { form: /^[\da-z/-]*$/, name: 'part of a port', hint });
}

export function printVolume({ paths, origins }: Volume, context: PrintContext): readonly PrintedLine[] {
  for (const path of paths) context.refuse(origins[0]!, volumeFault(path));
  return [{ text: `VOLUME ${pathList(paths, context.escape)}`, origins }];
}

function restFault(text: Text, keyword: string): Fault | undefined {
  if (text.length === 0) return { message: `${keyword} has an empty value`, hint: 'give it one, or leave it out' };
  return textFault(text, { name: keyword, alphabet: 'line', hint: 'choose one of plain characters' });
}

function volumeFault(to: PathText): Fault | undefined {
  const path = withoutVariables(to);
  const fault = textFault(pathText(to), { name: 'VOLUME', alphabet: 'line', hint: 'choose a path of plain characters' });
  if (fault || (path !== '' && !/^[\s\u0085]|[\s\u0085]$/.test(path))) return fault;
  return { message: `${shown(path)} begins or ends with a blank or is empty, which VOLUME cannot carry`, hint: 'choose a path of plain characters' };
}
