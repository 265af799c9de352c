/**
 * Repositories of packages: the key goes into the image, pinned by its checksum or copied from the context, then the file that makes the repository known.
 *
 *     ADD --checksum=sha256:… --chmod=644 https://packages.example.org/key.asc /etc/apt/keyrings/packages-example-org-debian.asc
 *     COPY <<'EOF' /etc/apt/sources.list.d/packages-example-org-debian.sources
 *     …
 *     EOF
 *
 * All of it is in the key of the builder's cache: another key or address installs again. Refuses two repositories of one name.
 */

import type { Add, Copy, File, Instruction } from '../ir/instruction.js';
import type { Report } from '../diagnostics.js';
import { childOrigin, originText } from '../origin.js';
import type { RepositorySpec } from '../spec/spec.js';
import type { FileKey, NamedRepository, SystemManager } from './packages/package-manager.js';

/** Readable for whoever the manager becomes while it downloads. */
const MODE = '644';

/** The names that they have in the image: as the author wrote them, or from their addresses. */
export function nameRepositories(repositories: readonly RepositorySpec[], manager: SystemManager, report: Report): readonly NamedRepository[] {
  const named: NamedRepository[] = [];
  for (const repository of repositories) {
    const taken = named.find(({ name }) => name === repository.name);
    if (taken) reportTaken(repository, taken, report);
    const name =
      repository.name ??
      freeName(
        nameOf(repository.uri),
        [...named, ...repositories].map((other) => other.name),
      );
    const { key } = repository;
    const keyFile = key === undefined || key.kind === 'keyring' ? key?.path : manager.keyFile(name, key);
    named.push({ ...repository, name, ...(keyFile === undefined ? {} : { keyFile }) });
  }
  return named;
}

/** What makes them known. */
export function lowerRepositories(repositories: readonly NamedRepository[], manager: SystemManager): readonly Instruction[] {
  const placed = new Set<string>();
  return repositories.flatMap((repository) => {
    const { name, key, keyFile, origin } = repository;
    const isNew = keyFile !== undefined && !placed.has(keyFile) && placed.add(keyFile);
    const file: File = { kind: 'file', origins: [origin], ...manager.repositoryFile(repository), expand: false };
    const [first, ...rest]: readonly [Instruction, ...Instruction[]] = isNew && key?.kind === 'file' ? [placeKey(key, keyFile), file] : [file];
    return [{ ...first, comment: `Repository "${name}"` }, ...rest];
  });
}

function placeKey({ source, origin }: FileKey, to: string): Add | Copy {
  const common = { origins: [origin], to, chmod: MODE, exclude: [] };
  if ('file' in source) return { kind: 'copy', ...common, sources: [source.file] };
  return { kind: 'add', ...common, sources: [{ type: 'url', url: [source.url] }], checksum: [`sha256:${source.sha256}`] };
}

/** Host and path, as one word and without the manager's variables: `packages-example-org-debian`. */
function nameOf(uri: string): string {
  const words = uri.replaceAll(/^https?:|\$\w+/g, '').match(/[a-z0-9]+/gi);
  return words?.join('-').toLowerCase() ?? 'repository';
}

function freeName(wanted: string, taken: readonly (string | undefined)[]): string {
  let name = wanted;
  for (let number = 2; taken.includes(name); number += 1) name = `${wanted}-${number}`;
  return name;
}

function reportTaken({ name, origin }: RepositorySpec, taken: NamedRepository, report: Report): void {
  report.error('taken-name', childOrigin(origin, 'name'), {
    message: `"${name}" is the name of ${originText(taken.origin)} already`,
    hint: 'give one of them another name',
  });
}
