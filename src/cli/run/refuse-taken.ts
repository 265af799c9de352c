/**
 * refuseTaken(): a name, or a port of the host, that another container has: told before anything is made, with who has it.
 *
 *     error: the name "sea" is taken by a container (Exited (0) 3 hours ago)   (name-taken)
 *     error: port 8080 is taken by the container "ebb"                         (port-taken)
 *
 * What else listens on a port is not known here, for the engine may be on another machine: it tells itself.
 */

import type { RunOptions } from '../../engine/engine.js';
import type { StoredContainer } from '../../engine/store.js';
import type { EngineChoice } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import { askEngine } from '../life/ask-engine.js';

export async function refuseTaken(choice: EngineChoice, { name, ports, labels = [] }: RunOptions): Promise<void> {
  const { containers: store, command } = choice.engine;
  if (store === undefined || (name === undefined && ports.length === 0)) return;
  const containers = store.read(await askEngine(choice, store.listArguments(undefined)));
  const named = containers.find((container) => container.name === name);
  if (named !== undefined) {
    const own = (await Promise.all(labels.map(async (label) => store.read(await askEngine(choice, store.listArguments(label)))))).flat();
    throw nameTaken(named, own.some(({ id }) => id === named.id) ? 'imagewright' : command);
  }
  for (const port of ports.flatMap((text) => publishedPort(text) ?? [])) {
    const holder = containers.find((container) => container.running && container.ports.split(', ').some((text) => clashes(port, text)));
    if (holder !== undefined) throw portTaken(port, holder, command);
  }
}

function nameTaken({ name, status, running }: StoredContainer, program: string): CliError {
  const hint = running
    ? `end and remove it with "${program} rm -f ${name}", or take another with --name`
    : `go on with it by "${program} start ${name}", remove it with "${program} rm ${name}", or take another with --name`;
  return new CliError({ code: 'name-taken', message: `the name "${name}" is taken by a container (${status})`, hint });
}

function portTaken({ host, text }: Port, { name }: StoredContainer, program: string): CliError {
  const hint = `publish another: -p ${host + 1}:${text}; or stop that one: ${program} stop ${name}`;
  return new CliError({ code: 'port-taken', message: `port ${host} is taken by the container "${name}"`, hint });
}

interface Port {
  /** Empty: all addresses. */
  readonly address: string;
  readonly host: number;
  /** In the container. */
  readonly text: string;
  readonly protocol: string;
}

/** `[ADDRESS:]HOST:PORT[/PROTOCOL]`. Undefined: the engine chooses the host's, or it is a range. */
function publishedPort(given: string): Port | undefined {
  const [, address = '', host, text = '', protocol = 'tcp'] = /^(?:(.*):)?(\d+):(\d+)(?:\/(\w+))?$/.exec(given) ?? [];
  return host === undefined || host === '0' ? undefined : { address: anyAddress(address), host: Number(host), text, protocol };
}

/** With one of those that a running container has: `0.0.0.0:8080->80/tcp`, `[::]:8000-8010->8000-8010/udp`. */
function clashes({ address, host, protocol }: Port, text: string): boolean {
  const [, its = '', first, last = first, kind] = /^(.*):(\d+)(?:-(\d+))?->[\d-]+\/(\w+)$/.exec(text) ?? [];
  if (first === undefined || kind !== protocol || host < Number(first) || host > Number(last)) return false;
  return address === '' || anyAddress(its) === '' || address === its;
}

function anyAddress(address: string): string {
  return /^(?:0\.0\.0\.0|\[?::\]?)$/.test(address) ? '' : address;
}
