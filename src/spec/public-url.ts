/**
 * publicUrl() and sourceUrl(): an address of a project as everybody may read it: by http, without whoever's credentials. Undefined for a path of this machine and
 * for what is no address.
 *
 *     git@example.org:team/tides.git               https://example.org/team/tides
 *     https://ada:s3cret@example.org/tides.git     https://example.org/tides
 *     github:team/tides                            https://github.com/team/tides
 */

/** As npm has them. */
const HOSTS: Readonly<Record<string, string>> = {
  github: 'https://github.com/',
  gitlab: 'https://gitlab.com/',
  bitbucket: 'https://bitbucket.org/',
  gist: 'https://gist.github.com/',
};

const SHORTHAND = /^(?:(?:(github|gitlab|bitbucket):)?([\w-]+\/[\w.-]+)|(gist):([\w/-]+))$/;

/** Of git: `ssh://`, `git://`; the port is that of ssh. */
const OTHER_SCHEME = /^(?:(?:git\+)?ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\//;

/** As ssh has it: `user@host:path`. A name without a dot is an abbreviation of somebody's own, or a drive. */
const SCP = /^(?:[^@/\s]+@)?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+):(?!\/\/)\/?(?=.)/;

export function publicUrl(text: string): string | undefined {
  return webAddress(text)?.href;
}

/** Of source code: as git, npm and people write it. */
export function sourceUrl(written: string): string | undefined {
  const text = written.trim();
  const [, host = 'github', path, gist, id] = SHORTHAND.exec(text) ?? [];
  if (path !== undefined || gist !== undefined) return `${HOSTS[gist ?? host]}${(path ?? id ?? '').replace(/\.git$/, '')}`;
  const url = webAddress(
    text
      .replace(/^git\+(?=https?:)/, '')
      .replace(OTHER_SCHEME, 'https://$1/')
      .replace(SCP, 'https://$1/'),
  );
  if (url === undefined) return undefined;
  // What stands there is a token, or a branch.
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/\.git\/?$/, '');
  return url.href;
}

function webAddress(written: string): URL | undefined {
  const text = written.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  url.username = '';
  url.password = '';
  return url;
}
