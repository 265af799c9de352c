import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/pipeline.js';
import { originText } from '../../../src/origin.js';
import { add, arg, run } from '../../../src/spec/steps.js';
import { expand } from '../../../src/spec/values.js';
import type { ImageDefinition } from '../../../src/spec/types.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}` as const;
const COMMIT = '0123456789'.repeat(4);

/** The Dockerfile behind FROM, and what is remarked. */
function compiled(definition: object) {
  const result = compile({ base: 'debian:bookworm-slim', ...definition } as ImageDefinition, { comments: false });
  const remarks = result.diagnostics.map(({ code, origin, message, hint }) => `${code} ${originText(origin)}: ${message} | ${hint}`);
  return { text: result.ok ? result.dockerfile.split('\n').slice(4, -1).join('\n').trim() : undefined, remarks };
}

describe('add', () => {
  it('downloads, takes repositories and unpacks, before anything is copied', () => {
    const definition = {
      copy: { src: '/src/' },
      add: [
        { url: 'https://example.org/tool-1.2.tar.gz', checksum: DIGEST, to: '/opt/', unpack: true, chown: 'app', chmod: 'u=rwX,go=rX', link: true },
        { git: 'https://git.example.org/team/tool.git', ref: 'v1.2', folder: 'docs', checksum: COMMIT, keepGitDir: true, to: '/docs' },
        { git: 'git@git.example.org:team/tool.git', ref: 'main', to: '/src/tool', exclude: ['*.md'] },
        { archive: ['rootfs.tar.gz', 'data.tar'], to: '/' },
        { archive: 'kept.tar', to: '/srv/', unpack: false },
      ],
    };
    const text = `ADD --checksum=${DIGEST} --unpack --chown=app --chmod=u=rwX,go=rX --link https://example.org/tool-1.2.tar.gz /opt/
ADD --checksum=${COMMIT} --keep-git-dir https://git.example.org/team/tool.git#v1.2:docs /docs
ADD --exclude=*.md git@git.example.org:team/tool.git#main /src/tool
ADD rootfs.tar.gz data.tar /
ADD --unpack=false kept.tar /srv/
COPY src /src/`;
    for (const layers of ['cache', 'fewest', 'as-written']) expect(compiled({ ...definition, layers }).text).toBe(text);
  });

  it('is a step among others, with variables', () => {
    const steps = [
      arg({ VERSION: '1.2', SUM: null }),
      add({ url: expand('https://example.org/tool-$VERSION.tar.gz'), checksum: expand('sha256:$SUM'), to: expand('/opt/tool-$VERSION/') }),
      add({ git: 'https://git.example.org/tool.git', ref: expand('v$VERSION'), to: '/src' }),
      run('make'),
    ];
    expect(compiled({ steps })).toEqual({
      text: `ARG VERSION=1.2
ARG SUM

ADD --checksum=sha256:\${SUM} https://example.org/tool-\${VERSION}.tar.gz /opt/tool-\${VERSION}/
ADD https://git.example.org/tool.git#v\${VERSION} /src

RUN make`,
      remarks: [],
    });
  });

  it('sends the archives of the context, and nothing for what is downloaded', () => {
    const result = compile({
      base: 'scratch',
      add: [
        { archive: 'rootfs.tar.gz', to: '/' },
        { url: 'https://example.org/a', checksum: DIGEST, to: '/' },
      ],
    });
    expect(result.ok && result.dockerignore).toContain('\n*\n!rootfs.tar.gz\n');
    expect(result.ok && result.dockerignore).not.toContain('example');
  });

  it.each<[object, string]>([
    [
      { url: 'https://example.org/a', to: '/' },
      `unpinned-download add[0]: "https://example.org/a" has no checksum: what it gives may change from day to day | write the checksum of what it is today: checksum: 'sha256:…' ('sha256sum' prints it)`,
    ],
    [
      { url: ['https://example.org/a', 'https://example.org/b'], to: '/x/' },
      `unpinned-download add[0]: "https://example.org/a" has no checksum: what it gives may change from day to day | write the checksum of what it is today: checksum: 'sha256:…' ('sha256sum' prints it)`,
    ],
    [
      { git: 'https://git.example.org/a.git', to: '/' },
      `unpinned-download add[0]: "https://git.example.org/a.git" has no ref: what it gives may change from day to day | say which version: ref: 'v1.2'`,
    ],
  ])('remarks %j', (item, remark) => {
    const { text, remarks } = compiled({ add: [item] });
    expect(text).toMatch(/^ADD /);
    expect(remarks).toEqual([remark]);
  });

  const secret = (path: string) =>
    `literal-secret ${path}: the value looks like an address with a user, password or token in it; everybody who has the image could read it | download it in a run with a mounted secret: run: [{ script, mounts: [secret('ID')] }]`;
  it.each<[object, string]>([
    [{ url: 'https://user:word@example.org/a', to: '/' }, secret('add[0].url')],
    [{ url: 'https://0123456789@example.org/a', to: '/' }, secret('add[0].url')],
    [{ url: 'https://example.org/a?access_token=0123', to: '/' }, secret('add[0].url')],
    [{ url: expand('https://example.org/$A?X-Amz-Signature=0123'), to: '/' }, secret('add[0].url.text')],
    [{ git: 'https://token@git.example.org/a.git', ref: 'v1', to: '/' }, secret('add[0].git')],
    [
      { url: 'example.org/a', to: '/' },
      `bad-uri add[0].url: "example.org/a" is no address to download from | write all of it, blanks and quotes escaped: 'https://example.org/tool.tar.gz'`,
    ],
    [
      { url: 'git@git.example.org:a.git', to: '/' },
      `bad-uri add[0].url: "git@git.example.org:a.git" is no address to download from | name a repository under 'git'`,
    ],
    [
      { url: 'https://git.example.org/a.git#v1', to: '/' },
      `bad-uri add[0].url: "https://git.example.org/a.git#v1" is a git repository | write it under 'git', and what follows the '#' under 'ref'`,
    ],
    [
      { url: 'https://example.org/a', checksum: DIGEST.slice(7), to: '/' },
      `bad-checksum add[0].checksum: "${DIGEST.slice(7, 64)}..." is no checksum of a file | put "sha256:" before it`,
    ],
    [
      { url: 'https://example.org/a', checksum: 'sha256:1', to: '/' },
      `bad-checksum add[0].checksum: "sha256:1" is no checksum of a file | write "sha256:" and the 64 hexadecimal digits, in lower case, that "sha256sum" prints`,
    ],
    [
      { url: ['https://example.org/a', 'https://example.org/b'], checksum: DIGEST, to: '/x/' },
      'checksum-of-several add[0]: one checksum stands for several downloads | add each by itself, with its own checksum',
    ],
    [{ url: [], to: '/' }, 'missing-field add[0]: nothing is added: there is no address | name one under "url"'],
    [{ archive: [], to: '/' }, 'missing-field add[0]: nothing is added: there is no path | name one under "archive"'],
    [{ archive: ['a.tar', 'b.tar'], to: '/x' }, 'not-a-folder add[0]: "/x" is to hold several sources and is no folder | end it with a slash: "/x/"'],
    [
      { archive: '../a.tar', to: '/' },
      'outside-context add[0].archive: "../a.tar" leaves the build context | name a file or folder below the folder of image.ts; move or link it there first',
    ],
    [
      { git: 'https://git.example.org/a', to: '/' },
      'bad-repository add[0].git: "https://git.example.org/a" does not end with ".git", by which the builder knows a repository | write "https://git.example.org/a.git"',
    ],
    [
      { git: 'https://git.example.org/a.git#v1', to: '/' },
      `bad-repository add[0].git: "https://git.example.org/a.git#v1" has a "#" in it | write what follows it under 'ref' and 'folder'`,
    ],
    [
      { git: 'a', to: '/' },
      `bad-repository add[0].git: "a" is no git repository | write it as in 'https://git.example.org/team/tool.git' or 'git@git.example.org:team/tool.git'`,
    ],
    [
      { git: 'https://git.example.org/a.git', ref: 'a:b', to: '/' },
      `bad-ref add[0].ref: "a:b" is no branch, tag or commit | write its name: 'v1.2', 'main', or all 40 digits of a commit`,
    ],
    [
      { git: 'https://git.example.org/a.git', ref: 'v1', folder: '../b', to: '/' },
      `bad-folder add[0].folder: "../b" is no folder of a repository | write its path below the root: 'docs/manual'`,
    ],
    [
      { git: 'https://git.example.org/a.git', ref: 'v1', checksum: '0123', to: '/' },
      'bad-checksum add[0].checksum: "0123" is no commit | write all 40 hexadecimal digits that "git rev-parse" prints',
    ],
    [
      { url: 'https://example.org/a', checksum: DIGEST, chekcsum: 1, to: '/' },
      'unknown-field add[0].chekcsum: unknown field "chekcsum" | did you mean "checksum"?',
    ],
    [{ url: 'https://example.org/a', checksum: DIGEST }, 'missing-field add[0]: add[0] has no "to" | write { to: … }'],
    [
      { url: 'https://example.org/a', checksum: DIGEST, to: '/', chmod: '9' },
      `bad-mode add[0].chmod: "9" are no permissions | write them in octal: '755', '0644'`,
    ],
  ])('refuses %j', (item, remark) => {
    expect(compiled({ add: [item] })).toEqual({ text: undefined, remarks: [remark] });
  });

  it('refuses what is nothing of the three', () => {
    expect(compiled({ add: { 'https://example.org/a': '/' } }).remarks).toEqual([
      'wrong-type add: add must be a list of { url, to }, { git, to } or { archive, to }, not an object | undefined',
    ]);
  });
});
