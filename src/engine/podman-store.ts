/**
 * What podman keeps: lists as one JSON document, times as seconds and sizes as bytes, which are told here as its tables tell them.
 *
 *     [{ "Id": "4f2f…", "Names": ["localhost/word_count:0.1"], "CreatedAt": "2026-11-24T18:02:21Z", "Size": 190100000 }]
 */

import { containerCommands } from './container-commands.js';
import { namedImages } from './named-images.js';
import { bareId, type ContainerStore, type ImageStore, type StoredContainer } from './store.js';

export const podmanImages: ImageStore = {
  listArguments: (label) => ['images', '--no-trunc', '--filter', `label=${label}`, '--format', 'json'],
  read: (stdout) =>
    documentOf<ImageEntry>(stdout).flatMap(({ Id, Names, CreatedAt, Size }) =>
      namedImages(Names, { id: bareId(Id), created: CreatedAt ?? '', size: sizeText(Size) }),
    ),
  removeArguments: ({ names, force, extra }) => ['rmi', ...(force ? ['-f'] : []), ...extra, '--', ...names],
};

export const podmanContainers: ContainerStore = {
  ...containerCommands,
  listArguments: (label) => ['ps', '-a', '--no-trunc', ...(label === undefined ? [] : ['--filter', `label=${label}`]), '--format', 'json'],
  read: (stdout) => documentOf<ContainerEntry>(stdout).map(storedContainer),
};

interface ImageEntry {
  readonly Id: string;
  readonly Names?: readonly string[] | null;
  readonly CreatedAt?: string;
  /** Bytes. */
  readonly Size: number;
}

interface ContainerEntry {
  readonly Id: string;
  readonly Names: readonly string[];
  readonly Image: string;
  readonly Command?: readonly string[] | null;
  readonly State: string;
  readonly Status?: string;
  readonly Ports?: readonly PortEntry[] | null;
}

interface PortEntry {
  readonly host_ip?: string;
  readonly host_port: number;
  readonly container_port: number;
  /** How many ports follow each other. */
  readonly range?: number;
  readonly protocol: string;
}

function storedContainer({ Id, Names, Image, Command, State, Status, Ports }: ContainerEntry): StoredContainer {
  return {
    id: Id,
    name: Names[0] ?? Id.slice(0, 12),
    image: Image,
    command: (Command ?? []).join(' '),
    status: Status === undefined || Status === '' ? State : Status,
    running: /^(?:running|paused|stopping)$/.test(State),
    ports: (Ports ?? []).map(portText).join(', '),
  };
}

function portText({ host_ip = '', host_port, container_port, range = 1, protocol }: PortEntry): string {
  const span = (first: number) => (range > 1 ? `${first}-${first + range - 1}` : String(first));
  return `${host_ip === '' ? '0.0.0.0' : host_ip}:${span(host_port)}->${span(container_port)}/${protocol}`;
}

/** Nothing is printed as `null`, or not at all. */
function documentOf<T>(stdout: string): readonly T[] {
  return stdout.trim() === '' ? [] : ((JSON.parse(stdout) as readonly T[] | null) ?? []);
}

function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${units[power]}`;
}
