/**
 * For tests of verbs about images and containers that need no engine: a program named `docker` that lists what it is given, as Docker does, to who asks for the label of `tides`, and
 * prints what else it is asked to do.
 */

import { programFolder } from './command.js';

export interface Kept {
  readonly images?: readonly { readonly name: string; readonly id: string }[];
  readonly containers?: readonly {
    readonly name: string;
    readonly image?: string;
    readonly status: string;
    readonly ports?: string;
    readonly command?: string;
  }[];
  /** Exit code of what it is asked to do. */
  readonly exitCode?: number;
}

/** The image of all containers. */
export const tidesId = 'a1'.repeat(32);

/** Of the container in this place of the list. */
export function containerId(place: number): string {
  return `c${place}`.repeat(32);
}

/** To be PATH. Beside what it keeps, it has a container and an image named `other`. */
export function dockerWith({ images = [], containers = [], exitCode = 0 }: Kept): string {
  const imageLines = images.map(({ name, id }) => {
    const [Repository, Tag] = name.split(':');
    return { Repository, Tag, ID: `sha256:${id}`, CreatedSince: '3 days ago', Size: '190MB' };
  });
  const containerLines = containers.map(({ name, image = 'tides:0.1', status, ports = '', command = 'cal -3' }, place) => {
    return { ID: containerId(place), Names: name, Image: image, Command: `"${command}"`, Status: status, Ports: ports };
  });
  return programFolder(
    'docker',
    `case "$*" in
      images*label=imagewright.project=tides\\ *) printf '%s\\n' ${quoted(imageLines)} ;;
      ps*label=imagewright.project=tides\\ * | ps\\ -a\\ --no-trunc\\ --format*) printf '%s\\n' ${quoted(containerLines)} ;;
      container*.Image*) shift 5; for each in "$@"; do echo sha256:${tidesId}; done ;;
      container\\ inspect*) [ "$6" = other ] ;;
      image\\ inspect*) case "$6" in ${['other', ...images.map(({ name }) => `'${name}'`)].join(' | ')}) ;; *) exit 1 ;; esac ;;
      *) printf '<%s>' "$@"; echo; exit ${exitCode} ;;
    esac`,
  );
}

function quoted(lines: readonly object[]): string {
  return lines.length === 0 ? "''" : lines.map((line) => `'${JSON.stringify(line)}'`).join(' ');
}
