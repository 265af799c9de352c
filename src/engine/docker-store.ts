/**
 * What docker and nerdctl keep: lists in JSON, one line for each.
 *
 *     {"Repository":"word_count","Tag":"0.1","ID":"sha256:4f2f…","CreatedSince":"3 minutes ago","Size":"190MB"}
 */

import { containerCommands } from './container-commands.js';
import { jsonLines } from './json-lines.js';
import { bareId, type ContainerStore, type ImageStore, type StoredContainer, type StoredImage } from './store.js';

export const dockerImages: ImageStore = {
  listArguments: (label) => ['images', '--no-trunc', '--filter', `label=${label}`, '--format', '{{json .}}'],
  read: (stdout) => jsonLines<ImageLine>(stdout).map(storedImage),
  removeArguments: ({ names, force, extra }) => ['rmi', ...(force ? ['-f'] : []), ...extra, '--', ...names],
};

/** What is asked for, and no more: for `{{json .}}` Docker measures all containers, which takes long, and fails where one goes meanwhile. */
const FIELDS = ['ID', 'Names', 'Image', 'Command', 'Status', 'Ports'];
const CONTAINER = `{${FIELDS.map((field) => `"${field}":{{json .${field}}}`).join(',')}}`;

export const dockerContainers: ContainerStore = {
  ...containerCommands,
  listArguments: (label) => ['ps', '-a', '--no-trunc', ...(label === undefined ? [] : ['--filter', `label=${label}`]), '--format', CONTAINER],
  read: (stdout) => jsonLines<ContainerLine>(stdout).map(storedContainer),
};

interface ImageLine {
  readonly Repository: string;
  readonly Tag: string;
  readonly ID: string;
  readonly CreatedSince: string;
  readonly Size: string;
}

function storedImage({ Repository, Tag, ID, CreatedSince, Size }: ImageLine): StoredImage {
  const known = (text: string) => text !== '' && text !== '<none>';
  const name = known(Repository) && known(Tag) ? { repository: Repository, tag: Tag } : {};
  return { ...name, id: bareId(ID), created: CreatedSince, size: Size };
}

interface ContainerLine {
  readonly ID: string;
  readonly Names: string;
  readonly Image: string;
  /** In quotes. */
  readonly Command: string;
  readonly Status: string;
  readonly Ports: string;
}

function storedContainer({ ID, Names, Image, Command, Status, Ports }: ContainerLine): StoredContainer {
  const command = Command.replace(/^"(.*)"$/s, '$1');
  // Names of links stand beside its own, which has no slash.
  const name = Names.split(',').find((each) => !each.includes('/')) ?? Names;
  return { id: ID, name, image: Image, command, status: Status, running: /^(?:Up|Paused|Restarting)/.test(Status), ports: Ports };
}
