/**
 * Packages that are downloaded by themselves (`apt: { debs }`): a stage fetches them, and whoever installs them has it mounted. The files never are in the image.
 *
 *     FROM scratch AS debs
 *     ADD --checksum=sha256:… --chmod=644 https://packages.example.org/tool_1.2_amd64.deb /
 *
 *     RUN --mount=type=bind,from=debs,target=/tmp/debs \
 *         apt-get update && apt-get install -y /tmp/debs/tool_1.2_amd64.deb
 *
 * Each has the name that its address ends with, as far as that is one; of equal names the second gets a number.
 */

import type { Add } from '../ir/instruction.js';
import type { Stage } from '../ir/program.js';
import type { BindMount } from '../mount.js';
import type { Located } from '../origin.js';
import type { DownloadSpec, StageSpec, SystemPackagesSpec } from '../spec/spec.js';

const PLACE = '/tmp/debs';

/** The stage that fetches them; undefined where there are none. */
export function debsStage(stage: StageSpec, nameStage: (wanted: string) => string): (Stage & { readonly name: string }) | undefined {
  const debs = stage.system.flatMap((request) => request.debs);
  if (debs.length === 0) return undefined;
  const names = fileNames(debs);
  const adds = debs.map(({ url, sha256, origin }, index): Add => ({
    kind: 'add',
    origins: [origin],
    sources: [{ type: 'url', url: [url] }],
    to: `/${names[index]!}`,
    checksum: [`sha256:${sha256}`],
    // As it comes, apt's own user could not read it.
    chmod: '644',
    exclude: [],
  }));
  const { origin } = debs[0]!;
  const [first, ...rest] = adds as [Add, ...Add[]];
  const downloads = [{ ...first, comment: 'Packages that are downloaded by themselves' }, ...rest];
  return { name: nameStage('debs'), origin, instructions: [{ kind: 'from', origins: [origin], image: ['scratch'] }, ...downloads] };
}

/** As apt takes them: by their paths. */
export function debPackages({ debs }: SystemPackagesSpec): readonly Located<string>[] {
  const names = fileNames(debs);
  return debs.map(({ origin }, index) => ({ value: `${PLACE}/${names[index]!}`, origin }));
}

export function debsMount(stage: string): BindMount {
  return { type: 'bind', from: stage, target: PLACE };
}

function fileNames(debs: readonly DownloadSpec[]): readonly string[] {
  const names: string[] = [];
  for (const { url } of debs) {
    const last = decoded(url.replace(/^https?:\/\/|[?#].*/gs, ''))
      .split('/')
      .at(-1)!;
    const stem =
      last
        .replace(/\.deb$/, '')
        .replaceAll(/[^A-Za-z0-9._+~-]+/g, '-')
        .replace(/^[.-]+/, '') || 'package';
    let name = `${stem}.deb`;
    for (let number = 2; names.includes(name); number += 1) name = `${stem}-${number}.deb`;
    names.push(name);
  }
  return names;
}

/** `g%2B%2B` is `g++`; what is no such escape stays. */
function decoded(text: string): string {
  return text.replaceAll(/%[2-7][0-9A-Fa-f]/g, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
}
