/** What a Dockerfile can be for: builders, and versions of BuildKit's frontend. */

import { didYouMean } from '../did-you-mean.js';
import { quoted, type Check } from './fault.js';

export const builderFault: Check<string> = (name) => {
  if (/^(buildkit|legacy|buildah( 1\.\d{1,3})?)$/.test(name)) return undefined;
  const near = didYouMean(name, ['buildkit', 'buildah', 'legacy', 'docker', 'podman']);
  return { code: 'bad-builder', message: `${quoted(name)} is no builder`, hint: hintFor(name, near) };
};

function hintFor(name: string, near: string | undefined): string {
  if (/docker/i.test(name)) return "Docker builds with BuildKit: write 'buildkit', or 'legacy' for its builder without it";
  if (/podman/i.test(name)) return "Podman builds with Buildah: write 'buildah', or a version of it: 'buildah 1.28'";
  if (/^buildah/.test(name)) return "write 'buildah', or a version of it: 'buildah 1.28'";
  return near ?? "write 'buildkit', 'buildah', a version of it ('buildah 1.28'), or 'legacy'";
}

export const frontendFault: Check<string> = (version) => {
  if (/^(builtin|1(\.\d{1,3}){0,2}(-labs)?)$/.test(version)) return undefined;
  const bare = /^(?:docker(?:\.io)?\/dockerfile:)(1[\d.]*(?:-labs)?)$/.exec(version)?.[1];
  const hint = bare === undefined ? "write 'builtin', '1' for the newest, or a version: '1.7'" : `write its version alone: '${bare}'`;
  return { code: 'bad-frontend', message: `${quoted(version)} is no version of the Dockerfile frontend`, hint };
};
