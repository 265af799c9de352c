/** A script that installs packages and leaves in the layer what its manager had downloaded for it. */

import { shownText } from '../../text.js';
import { installed } from '../read/installers.js';
import { scripts, type Script } from '../read/scripts.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

interface Cache {
  /** In the text of the script: it is removed, or not written at all. */
  readonly removed: RegExp;
  /** Where a mount keeps it out of the layer. */
  readonly place: RegExp;
  readonly remedy: string;
}

const APT: Cache = {
  removed: /rm .*\/var\/lib\/apt/,
  place: /^\/var\/(?:lib\/apt|lib|cache)/,
  remedy: 'name the packages in apt, or end with "rm -rf /var/lib/apt/lists/*"',
};
const DNF: Cache = {
  removed: /clean all|rm .*\/var\/cache/,
  place: /^\/var\/cache/,
  remedy: 'name the packages in dnf, or end with "dnf clean all"',
};
const PIP: Cache = {
  removed: /--no-cache|PIP_NO_CACHE_DIR|pip3? cache purge|rm .*\.cache/,
  place: /\.cache|\/pip/,
  remedy: 'name the packages in pip, or give it --no-cache-dir',
};
const CONDA: Cache = { removed: /(?:conda|mamba) clean/, place: /pkgs/, remedy: 'name the packages in conda, or end with "conda clean --all --yes"' };

const CACHES: Readonly<Record<string, Cache>> = {
  apt: APT,
  'apt-get': APT,
  apk: {
    removed: /--no-cache|rm .*\/var\/cache\/apk/,
    place: /^\/(?:var\/cache|etc)\/apk/,
    remedy: 'name the packages in apk, or give it --no-cache',
  },
  dnf: DNF,
  microdnf: DNF,
  yum: { ...DNF, remedy: 'end with "yum clean all"' },
  zypper: {
    removed: /zypper .*(?:clean|cc)\b|rm .*\/var\/cache/,
    place: /^\/var\/cache/,
    remedy: 'name the packages in zypper, or end with "zypper clean --all"',
  },
  pip: PIP,
  pip3: PIP,
  conda: CONDA,
  mamba: CONDA,
  yarn: {
    removed: /yarn cache clean|rm .*\.cache/,
    place: /yarn|\.cache/,
    remedy: 'let npm install what the lock file says, or end with "yarn cache clean"',
  },
};

export const packageCache = lintRule({
  name: 'package-cache',
  level: 'warning',
  summary: 'what a manager has downloaded does not stay in the layer of the packages',
  why: 'Nothing in the image reads it again; it makes the image larger for all who pull it, and a later step can only hide it.',
  bad: { base: 'alpine:3.20', run: ['apk add git'] },
  good: { base: 'alpine:3.20', apk: ['git'] },
  also: ['DL3009', 'DL3019', 'DL3032', 'DL3036', 'DL3040', 'DL3042', 'DL3060'],
  check: (program) => scripts(program).flatMap(checkScript),
});

function checkScript({ commands, text, origin, run, stage }: Script): readonly Finding[] {
  const places = run.mounts.flatMap((mount) => ('target' in mount ? [shownText(mount.target ?? '')] : []));
  const env = stage.instructions.flatMap((it) => (it.kind === 'env' ? it.entries.map(({ name }) => name) : [])).join(' ');
  const managers = [...new Set(installed(commands).map(({ manager }) => manager))];
  return managers
    .filter(
      (manager) =>
        CACHES[manager] !== undefined &&
        !CACHES[manager].removed.test(`${text} ${env}`) &&
        !places.some((place) => CACHES[manager]!.place.test(place)),
    )
    .map((manager) => ({ origin, message: `"${manager}" leaves what it has downloaded in the layer`, hint: CACHES[manager]!.remedy }));
}
