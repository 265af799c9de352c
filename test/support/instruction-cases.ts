/**
 * Every row of the instruction and flag tables of the Dockerfile language: a definition that says it, the lines that it becomes, how the engine shows that it
 * read them so, and since when Buildah has it. test/engine/coverage.test.ts and docs/coverage.md are made of it.
 *
 * Addresses below example.org are replaced by those of servers that the test starts.
 */

import { createHash } from 'node:crypto';
import { features } from '../../src/ir/features.js';
import { add, arg, copy, env, file, raw, run, shell, user, workdir } from '../../src/spec/steps.js';
import { bind, cache, secret, ssh, tmpfs } from '../../src/spec/mounts.js';
import type { PartialDefinition } from '../../src/spec/types.js';
import { expand } from '../../src/spec/values.js';

export type Shown =
  /** Part of the configuration of the image. */
  | { readonly config: object }
  /** What a shell line prints in a container. */
  | { readonly script: string; readonly prints: string }
  /** `docker build --check` has nothing to say, with another image in the place of the base. */
  | { readonly check: true }
  /** The engine's own frontend is too old, or, where only `-labs` ones have it, none of them; the message that it ends with. */
  | { readonly refused: string; readonly labs?: true };

export interface InstructionCase {
  /** As in the tables: `COPY --link`. */
  readonly row: string;
  /** On debian:bookworm-slim, unless it says otherwise. */
  readonly definition: PartialDefinition;
  /** Lines of the Dockerfile. */
  readonly emitted: string;
  readonly shown: Shown;
  /** First version of Buildah that builds the definition, in another form where need be; undefined: none up to 1.44. */
  readonly buildah: string | undefined;
  /** More words for `docker build`, and for `buildah build`. */
  readonly options?: readonly string[];
  /** More words for `buildah build` alone. */
  readonly buildahOptions?: readonly string[];
}

export const DOWNLOAD = 'The tide is high.\n';
export const downloadSum = `sha256:${createHash('sha256').update(DOWNLOAD).digest('hex')}` as const;

/** Stands for that of the base, as the engine has it. */
export const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}` as const;

/** Stands for that of the repository that the test makes. */
export const COMMIT = '0000000000000000000000000000000000000000';

/** The build context: what is copied, and an archive of `tide.txt`. */
export const contextFiles: Readonly<Record<string, string>> = {
  'a.txt': 'a\n',
  'b.txt': 'b\n',
  'src/main.c': 'int main;\n',
  'src/notes.tmp': 'x\n',
  'docs/manual/one.txt': 'one\n',
};

/** Every version of Buildah. */
export const all = '1.0';
const config = (part: object): Shown => ({ config: part });
const prints = (script: string, output: string): Shown => ({ script, prints: output });

const from: readonly InstructionCase[] = [
  {
    row: 'FROM image',
    definition: { base: 'debian:bookworm-slim' },
    emitted: 'FROM debian:bookworm-slim',
    shown: prints('cat /etc/debian_version | cut -d. -f1', '12\n'),
    buildah: all,
  },
  {
    row: 'FROM scratch',
    definition: { base: 'scratch', labels: { a: 'b' } },
    emitted: 'FROM scratch',
    shown: config({ Labels: { a: 'b' } }),
    buildah: all,
  },
  {
    row: 'FROM image, by a global ARG',
    definition: { base: expand('debian:${RELEASE}-slim'), args: { RELEASE: { default: 'bookworm', scope: 'global' } } },
    emitted: 'ARG RELEASE=bookworm\nFROM debian:${RELEASE}-slim',
    shown: prints('cat /etc/debian_version | cut -d. -f1', '12\n'),
    buildah: all,
  },
  {
    row: 'FROM stage AS name',
    definition: { base: { stage: 'first' }, stages: { first: { base: 'debian:bookworm-slim', env: { A: '1' } } }, run: ['echo $A > /a'] },
    emitted: 'FROM debian:bookworm-slim AS first\nENV A=1\nFROM first',
    shown: prints('cat /a', '1\n'),
    buildah: all,
  },
  {
    row: 'FROM --platform',
    definition: { base: { image: 'debian:bookworm-slim', platform: expand('$BUILDPLATFORM') } },
    emitted: 'FROM --platform=$BUILDPLATFORM debian:bookworm-slim',
    shown: prints('echo ok', 'ok\n'),
    buildah: features.platform.buildah,
  },
  {
    row: 'FROM image@digest',
    definition: { base: { image: 'debian:bookworm-slim', digest: DIGEST } },
    emitted: `FROM debian:bookworm-slim@${DIGEST}`,
    shown: prints('echo ok', 'ok\n'),
    buildah: all,
  },
  {
    row: 'FROM an image of Windows',
    definition: {
      base: 'mcr.microsoft.com/windows/servercore:ltsc2022',
      workdir: '/app',
      copy: { 'src/': 'C:/app/' },
      run: ['dir'],
      cmd: ['app.exe'],
    },
    emitted: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nWORKDIR /app\nCOPY src/ C:/app/\nRUN dir\nCMD ["app.exe"]',
    shown: { check: true },
    buildah: undefined,
  },
];

const variables: readonly InstructionCase[] = [
  {
    row: 'ARG',
    definition: { args: { A: '1 2', B: null }, run: ['echo "$A$B" > /a'] },
    emitted: 'ARG A="1 2"\nARG B',
    shown: prints('cat /a', '1 23\n'),
    buildah: all,
    options: ['--build-arg', 'B=3'],
  },
  {
    row: 'ARG of the builder',
    definition: { run: ['echo $TARGETOS > /a'] },
    emitted: 'ARG TARGETOS',
    shown: prints('cat /a', 'linux\n'),
    buildah: all,
  },
  {
    row: 'ARG among steps',
    definition: { steps: [run('echo "<$A>" > /a'), arg({ A: '1' }), run('echo "<$A>" >> /a')] },
    emitted: 'ARG A=1',
    shown: prints('cat /a', '<>\n<1>\n'),
    buildah: all,
  },
  {
    row: 'ENV',
    definition: { env: { A: '$x "y"', PATH: expand('/opt/bin:$PATH') } },
    emitted: 'ENV A="\\$x \\"y\\"" \\\n    PATH=/opt/bin:${PATH}',
    shown: prints('echo "$A"; echo "${PATH%%:*}"', '$x "y"\n/opt/bin\n'),
    buildah: all,
  },
  {
    row: 'LABEL',
    definition: { labels: { 'org.example.a': 'b c', version: 2 } },
    emitted: 'LABEL org.example.a="b c" \\\n    version=2',
    shown: config({ Labels: { 'org.example.a': 'b c', version: '2' } }),
    buildah: all,
  },
  {
    row: 'MAINTAINER',
    definition: { labels: { maintainer: 'someone@example.org' } },
    emitted: 'LABEL maintainer=someone@example.org',
    shown: config({ Labels: { maintainer: 'someone@example.org' } }),
    buildah: all,
  },
];

const commands: readonly InstructionCase[] = [
  {
    row: 'RUN, shell form',
    definition: { run: ['echo "$((1 + 1))" > /a'] },
    emitted: 'RUN echo "$((1 + 1))" > /a',
    shown: prints('cat /a', '2\n'),
    buildah: all,
  },
  {
    row: 'RUN, exec form',
    definition: { run: [{ script: ['touch', '/a $b'] }] },
    emitted: 'RUN ["touch", "/a $b"]',
    shown: prints('ls -d /a*', '/a $b\n'),
    buildah: all,
  },
  {
    row: 'RUN, heredoc',
    definition: { run: ['for x in 1 2; do\n  echo $x\ndone > /a'] },
    emitted: "RUN <<'EOF'\nset -e\nfor x in 1 2; do\n  echo $x\ndone > /a\nEOF",
    shown: prints('cat /a', '1\n2\n'),
    buildah: all,
  },
  {
    row: 'RUN, heredoc of another interpreter',
    definition: { run: ['#!/usr/bin/perl\nopen(my $f, ">", "/a"); print $f 6 * 7;'] },
    emitted: `RUN <<'EOF'\n#!/usr/bin/perl\nopen(my $f, ">", "/a"); print $f 6 * 7;\nEOF`,
    shown: prints('cat /a', '42'),
    buildah: all,
  },
  {
    row: 'RUN --mount=type=bind',
    definition: { run: [{ script: 'cp /in/main.c /a', mounts: [bind('/in', { source: 'src' })] }] },
    emitted: 'RUN --mount=type=bind,source=src,target=/in \\\n    cp /in/main.c /a',
    shown: prints('cat /a', 'int main;\n'),
    buildah: features.mount.buildah,
  },
  {
    row: 'RUN --mount=type=bind,from,rw',
    definition: {
      stages: { one: { base: 'debian:bookworm-slim', run: ['mkdir /o && echo 1 > /o/x'] } },
      run: [{ script: 'touch /in/y && cp /in/x /a', mounts: [bind('/in', { stage: 'one', source: '/o', readWrite: true })] }],
    },
    emitted: 'RUN --mount=type=bind,from=one,source=/o,target=/in,rw \\\n    touch /in/y && cp /in/x /a',
    shown: prints('cat /a', '1\n'),
    buildah: features.mount.buildah,
  },
  {
    row: 'RUN --mount=type=cache',
    definition: {
      run: [
        {
          script: 'stat -c %a:%u:%g /c > /a',
          mounts: [cache('/c', { id: expand('i-$TARGETARCH'), sharing: 'locked', mode: '0700', uid: 1, gid: 2 })],
        },
      ],
    },
    emitted: 'RUN --mount=type=cache,id=i-${TARGETARCH},target=/c,sharing=locked,mode=0700,uid=1,gid=2 \\\n    stat -c %a:%u:%g /c > /a',
    shown: prints('cat /a', '700:1:2\n'),
    buildah: features.mountVariables.buildah,
  },
  {
    row: 'RUN --mount=type=cache,from,source,ro',
    definition: {
      stages: { one: { base: 'debian:bookworm-slim', run: ['mkdir /o && echo 1 > /o/x'] } },
      run: [{ script: 'cp /c/x /a', mounts: [cache('/c', { stage: 'one', source: '/o', readOnly: true, id: 'i-seed' })] }],
    },
    emitted: 'RUN --mount=type=cache,id=i-seed,target=/c,from=one,source=/o,ro \\\n    cp /c/x /a',
    shown: prints('cat /a', '1\n'),
    buildah: features.mount.buildah,
  },
  {
    row: 'RUN --mount of variables',
    definition: {
      args: { PLACE: 'in' },
      run: [
        {
          script: 'cp /in/main.c /a && test -d /in-kept && test -d /in-memory',
          mounts: [
            bind(expand('/$PLACE'), { source: expand('sr${PLACE:+c}') }),
            cache(expand('/$PLACE-kept'), { id: 'i-variables' }),
            tmpfs(expand('/$PLACE-memory')),
          ],
        },
      ],
    },
    emitted:
      'RUN --mount=type=bind,source=sr${PLACE:+c},target=/${PLACE} \\\n    --mount=type=cache,id=i-variables,target=/${PLACE}-kept \\\n    --mount=type=tmpfs,target=/${PLACE}-memory \\\n    cp /in/main.c /a && test -d /in-kept && test -d /in-memory',
    shown: prints('cat /a', 'int main;\n'),
    buildah: features.mountVariables.buildah,
  },
  {
    row: 'RUN --mount=type=tmpfs',
    definition: {
      run: [{ script: 'df -k /t | tail -n 1 | cut -d" " -f1,2 > /a; df --output=size /t | tail -n 1 > /a', mounts: [tmpfs('/t', { size: '2m' })] }],
    },
    emitted:
      'RUN --mount=type=tmpfs,target=/t,size=2097152 \\\n    df -k /t | tail -n 1 | cut -d" " -f1,2 > /a; df --output=size /t | tail -n 1 > /a',
    shown: prints('tr -d " " < /a', '2048\n'),
    buildah: features.mount.buildah,
  },
  {
    row: 'RUN --mount=type=secret',
    definition: {
      run: [{ script: 'test "$(stat -c %a /s)" = 440 && wc -c < /s > /a', mounts: [secret('word', { target: '/s', mode: '0440', uid: 1, gid: 2 })] }],
    },
    emitted: 'RUN --mount=type=secret,id=word,target=/s,mode=0440,uid=1,gid=2,required=true \\\n    test "$(stat -c %a /s)" = 440 && wc -c < /s > /a',
    shown: prints('cat /a', '4\n'),
    buildah: features.mount.buildah,
    options: ['--secret', 'id=word,env=I_WORD'],
  },
  {
    row: 'RUN --mount=type=secret,env',
    definition: { run: [{ script: 'echo ${#WORD} > /a', mounts: [secret('word', { env: 'WORD' })] }] },
    emitted: 'RUN --mount=type=secret,id=word,env=WORD,required=true \\\n    echo ${#WORD} > /a',
    shown: prints('cat /a', '4\n'),
    buildah: features.secretEnvironment.buildah,
    options: ['--secret', 'id=word,env=I_WORD'],
  },
  {
    row: 'RUN --mount=type=secret, not required',
    definition: { run: [{ script: 'ls /s 2>/dev/null || echo none > /a', mounts: [secret('i-none', { target: '/s', required: false })] }] },
    emitted: 'RUN --mount=type=secret,id=i-none,target=/s \\\n    ls /s 2>/dev/null || echo none > /a',
    shown: prints('cat /a', 'none\n'),
    buildah: features.mount.buildah,
  },
  {
    row: 'RUN --mount=type=ssh',
    definition: { run: [{ script: 'echo "<$SSH_AUTH_SOCK>" > /a', mounts: [ssh('i-agent', { target: '/agent', mode: '0666' })] }] },
    emitted: 'RUN --mount=type=ssh,id=i-agent,target=/agent,mode=0666 \\\n    echo "<$SSH_AUTH_SOCK>" > /a',
    shown: prints('cat /a', '</agent>\n'),
    buildah: features.mount.buildah,
    options: ['--ssh', 'i-agent=AGENT'],
  },
  {
    row: 'RUN --network',
    definition: { run: [{ script: 'ls /sys/class/net > /a', network: 'none' }] },
    emitted: 'RUN --network=none \\\n    ls /sys/class/net > /a',
    shown: prints('cat /a', 'lo\n'),
    buildah: features.network.buildah,
    // Isolation by chroot has no networks.
    buildahOptions: ['--isolation', 'oci'],
  },
  {
    row: 'RUN --security',
    definition: { run: [{ script: 'true', security: 'sandbox' }] },
    emitted: 'RUN --security=sandbox \\\n    true',
    shown: { refused: 'unknown flag: --security' },
    buildah: undefined,
  },
  {
    row: 'RUN --device',
    definition: { run: [{ script: 'true', devices: ['nvidia.com/gpu=all'] }] },
    emitted: 'RUN --device=nvidia.com/gpu=all,required \\\n    true',
    shown: { refused: 'device feature is only supported in Dockerfile frontend 1.14.0-labs or later', labs: true },
    buildah: undefined,
  },
  {
    row: 'SHELL',
    definition: { shell: ['bash', '-c'], run: ['echo $BASH_VERSION > /a; test -s /a'], cmd: 'echo x' },
    emitted: 'SHELL ["bash", "-c"]',
    shown: config({ Shell: ['bash', '-c'], Cmd: ['bash', '-c', 'echo x'] }),
    buildah: all,
  },
];

const files: readonly InstructionCase[] = [
  {
    row: 'COPY',
    definition: { copy: [{ from: ['a.txt', 'b.*'], to: '/d/' }] },
    emitted: 'COPY a.txt b.* /d/',
    shown: prints('cat /d/a.txt /d/b.txt', 'a\nb\n'),
    buildah: all,
  },
  {
    row: 'COPY, JSON',
    definition: { copy: { 'a.txt': '/d/two words' } },
    emitted: 'COPY ["a.txt", "/d/two words"]',
    shown: prints('cat "/d/two words"', 'a\n'),
    buildah: all,
  },
  {
    row: 'COPY, with variables',
    definition: { copy: [{ from: expand('$NAME.txt'), to: expand('/d/$NAME') }], args: { NAME: 'a' } },
    emitted: 'COPY ${NAME}.txt /d/${NAME}',
    shown: prints('cat /d/a', 'a\n'),
    buildah: all,
  },
  {
    row: 'COPY --from=stage',
    definition: { stages: { one: { base: 'debian:bookworm-slim', run: ['echo 1 > /x'] } }, copy: [{ stage: 'one', from: '/x', to: '/a' }] },
    emitted: 'COPY --from=one --link /x /a',
    shown: prints('cat /a', '1\n'),
    buildah: all,
  },
  {
    row: 'COPY --from=image',
    definition: { base: 'scratch', copy: [{ image: 'debian:bookworm-slim', from: '/etc/debian_version', to: '/a' }], labels: { a: 'b' } },
    emitted: 'COPY --from=debian:bookworm-slim /etc/debian_version /a',
    shown: config({ Labels: { a: 'b' } }),
    buildah: all,
  },
  {
    row: 'COPY --from=context',
    definition: { contexts: { more: null }, copy: [{ context: 'more', from: 'x.txt', to: '/a' }] },
    emitted: 'COPY --from=more x.txt /a',
    shown: prints('cat /a', 'more\n'),
    buildah: features.namedContext.buildah,
    options: ['--build-context', 'more=MORE'],
  },
  {
    row: 'COPY --chown',
    definition: { copy: [{ from: 'a.txt', to: '/a', chown: '1000:nogroup' }] },
    emitted: 'COPY --chown=1000:nogroup a.txt /a',
    shown: prints('stat -c %u:%G /a', '1000:nogroup\n'),
    buildah: all,
  },
  {
    row: 'COPY --chmod, octal',
    definition: { copy: [{ from: 'a.txt', to: '/a', chmod: '0604' }] },
    emitted: 'COPY --chmod=0604 a.txt /a',
    shown: prints('stat -c %a /a', '604\n'),
    buildah: features.chmod.buildah,
  },
  {
    row: 'COPY --chown, --chmod, by variables',
    definition: {
      args: { ID: 7, MODE: '604' },
      copy: [{ from: 'a.txt', to: '/a', chown: expand('$ID:${GROUP:-8}'), chmod: expand('0$MODE') }],
      files: { '/b': { content: 'x', chown: expand('$ID'), chmod: expand('$MODE') } },
    },
    emitted: "COPY --chown=${ID}:${GROUP:-8} --chmod=0${MODE} a.txt /a\nCOPY --chown=${ID} --chmod=${MODE} <<'EOF' /b",
    shown: prints('stat -c %a:%u:%g /a /b', '604:7:8\n604:7:7\n'),
    buildah: features.heredoc.buildah,
  },
  {
    row: 'COPY --chmod, symbolic',
    definition: { copy: [{ from: 'a.txt', to: '/a', chmod: 'u=rwx,go=r' }] },
    emitted: 'COPY --chmod=u=rwx,go=r a.txt /a',
    shown: prints('stat -c %a /a', '744\n'),
    buildah: undefined,
  },
  {
    row: 'COPY --link',
    definition: { copy: [{ from: 'a.txt', to: '/a', link: true }] },
    emitted: 'COPY --link a.txt /a',
    shown: prints('cat /a', 'a\n'),
    buildah: all,
  },
  {
    row: 'COPY --exclude',
    definition: { copy: [{ from: 'src', to: '/s/', exclude: ['*.tmp'] }] },
    emitted: 'COPY --exclude=*.tmp src /s/',
    shown: prints('ls /s', 'main.c\n'),
    buildah: features.exclude.buildah,
  },
  {
    row: 'COPY --parents',
    definition: { copy: [{ from: 'docs/./manual/*.txt', to: '/d/', parents: true }] },
    emitted: 'COPY --parents docs/./manual/*.txt /d/',
    shown: { refused: 'unknown flag: --parents' },
    buildah: features.copyParents.buildah,
  },
  {
    row: 'COPY, heredoc',
    definition: { files: { '/a': { content: '$HOME \\ x\n', chmod: '600', chown: '1:2' } } },
    emitted: "COPY --chown=1:2 --chmod=600 <<'EOF' /a\n$HOME \\ x\nEOF",
    shown: prints('cat /a; stat -c %a:%u:%g /a', '$HOME \\ x\n600:1:2\n'),
    buildah: all,
  },
  {
    row: 'COPY, heredoc without a line',
    definition: { files: { '/a': '' } },
    emitted: "COPY <<'EOF' /a\nEOF",
    shown: prints('wc -c < /a', '0\n'),
    buildah: all,
  },
  {
    row: 'COPY, heredoc that is expanded',
    definition: { args: { V: '7' }, files: { '/a': { content: 'v$V\n', expand: true } } },
    emitted: 'COPY <<EOF /a\nv$V\nEOF',
    shown: prints('cat /a', 'v7\n'),
    buildah: features.heredoc.buildah,
  },
  {
    row: 'ADD of an archive',
    definition: { add: [{ archive: 'tide.tar', to: '/d/' }] },
    emitted: 'ADD tide.tar /d/',
    shown: prints('cat /d/tide.txt', 'tide\n'),
    buildah: all,
  },
  {
    row: 'ADD --unpack',
    definition: { add: [{ archive: 'tide.tar', to: '/d/', unpack: false }] },
    emitted: 'ADD --unpack=false tide.tar /d/',
    shown: prints('ls /d', 'tide.tar\n'),
    buildah: undefined,
  },
  {
    row: 'ADD of a URL',
    definition: { add: [{ url: 'https://downloads.example.org/tide.txt', to: '/d/', chown: '1:2', chmod: '640' }] },
    emitted: 'ADD --chown=1:2 --chmod=640 https://downloads.example.org/tide.txt /d/',
    shown: prints('cat /d/tide.txt; stat -c %a:%u:%g /d/tide.txt', `${DOWNLOAD}640:1:2\n`),
    buildah: features.chmod.buildah,
  },
  {
    row: 'ADD --checksum',
    definition: { add: [{ url: 'https://downloads.example.org/tide.txt', checksum: downloadSum, to: '/a' }] },
    emitted: `ADD --checksum=${downloadSum} https://downloads.example.org/tide.txt /a`,
    shown: prints('cat /a', DOWNLOAD),
    buildah: features.addChecksum.buildah,
  },
  {
    row: 'ADD of a git repository',
    definition: { add: [{ git: 'https://git.example.org/tide.git', ref: 'v1', folder: 'docs', to: '/g' }] },
    emitted: 'ADD https://git.example.org/tide.git#v1:docs /g',
    shown: prints('ls -A /g', 'one.txt\n'),
    buildah: undefined,
  },
  {
    row: 'ADD --keep-git-dir',
    definition: { add: [{ git: 'https://git.example.org/tide.git', ref: 'v1', keepGitDir: true, to: '/g' }] },
    emitted: 'ADD --keep-git-dir https://git.example.org/tide.git#v1 /g',
    shown: prints('ls -A /g', '.git\ndocs\n'),
    buildah: undefined,
  },
  {
    row: 'ADD --checksum of a commit',
    definition: { add: [{ git: 'https://git.example.org/tide.git', ref: 'v1', checksum: COMMIT, to: '/g' }] },
    emitted: `ADD --checksum=${COMMIT} https://git.example.org/tide.git#v1 /g`,
    shown: prints('ls -A /g', 'docs\n'),
    buildah: undefined,
  },
  {
    row: 'ADD --exclude, --link',
    definition: { add: [{ git: 'https://git.example.org/tide.git', ref: 'v1', exclude: ['**/one.txt'], link: true, to: '/g' }] },
    emitted: 'ADD --link --exclude=**/one.txt https://git.example.org/tide.git#v1 /g',
    shown: prints('ls -A /g/docs', ''),
    buildah: undefined,
  },
];

const container: readonly InstructionCase[] = [
  {
    row: 'EXPOSE',
    definition: { expose: [8080, '53/udp', '8000-8001/tcp'] },
    emitted: 'EXPOSE 8080 53/udp 8000-8001/tcp',
    shown: config({ ExposedPorts: { '8080/tcp': {}, '53/udp': {}, '8000/tcp': {}, '8001/tcp': {} } }),
    buildah: all,
  },
  {
    row: 'EXPOSE, by a variable',
    definition: { args: { PORT: 8080, PROTOCOL: 'udp' }, expose: [expand('$PORT'), expand('53/${PROTOCOL}')] },
    emitted: 'EXPOSE ${PORT} 53/${PROTOCOL}',
    shown: config({ ExposedPorts: { '8080/tcp': {}, '53/udp': {} } }),
    buildah: all,
  },
  {
    row: 'VOLUME',
    definition: { volumes: ['/data', '/two words'] },
    emitted: 'VOLUME ["/data", "/two words"]',
    shown: config({ Volumes: { '/data': {}, '/two words': {} } }),
    buildah: all,
  },
  {
    row: 'VOLUME, by a variable',
    definition: { args: { NAME: 'tide' }, volumes: ['/data', expand('/$NAME/two words')] },
    emitted: 'VOLUME ["/data", "/${NAME}/two words"]',
    shown: config({ Volumes: { '/data': {}, '/tide/two words': {} } }),
    buildah: all,
  },
  { row: 'USER', definition: { user: '1000:1000' }, emitted: 'USER 1000:1000', shown: config({ User: '1000:1000' }), buildah: all },
  {
    row: 'USER, by a variable',
    definition: { args: { NAME: 'nobody' }, user: expand('$NAME:${GROUP:-games}') },
    emitted: 'USER ${NAME}:${GROUP:-games}',
    shown: config({ User: 'nobody:games' }),
    buildah: all,
  },
  {
    row: 'USER among steps',
    definition: { steps: [user('nobody'), run('id -un > /tmp/a')] },
    emitted: 'USER nobody',
    shown: prints('cat /tmp/a', 'nobody\n'),
    buildah: all,
  },
  {
    row: 'WORKDIR',
    definition: { args: { NAME: 'tide' }, steps: [workdir('/two words'), run('pwd > a'), workdir(expand('$NAME/x')), run('pwd > /a')] },
    emitted: 'WORKDIR "/two words"\nRUN pwd > a\nWORKDIR ${NAME}/x',
    shown: prints('cat "/two words/a" /a', '/two words\n/two words/tide/x\n'),
    buildah: all,
  },
  {
    row: 'ENTRYPOINT, CMD, exec form',
    definition: { entrypoint: ['echo', '-n'], cmd: ['$x "y"'] },
    emitted: 'ENTRYPOINT ["echo", "-n"]\nCMD ["$x \\"y\\""]',
    shown: config({ Entrypoint: ['echo', '-n'], Cmd: ['$x "y"'] }),
    buildah: all,
  },
  {
    row: 'ENTRYPOINT, CMD, shell form',
    definition: { entrypoint: 'exec date', cmd: 'echo $HOME' },
    emitted: 'ENTRYPOINT exec date\nCMD echo $HOME',
    shown: config({ Entrypoint: ['/bin/sh', '-c', 'exec date'], Cmd: ['/bin/sh', '-c', 'echo $HOME'] }),
    buildah: all,
  },
  {
    row: 'ENTRYPOINT, CMD, none',
    definition: { entrypoint: [], cmd: [] },
    emitted: 'ENTRYPOINT []\nCMD []',
    shown: config({ Entrypoint: null, Cmd: null }),
    buildah: all,
  },
  {
    row: 'HEALTHCHECK',
    definition: { healthcheck: { cmd: ['true'], interval: '1m30s', timeout: '3s', startPeriod: '10s', retries: 2 } },
    emitted: 'HEALTHCHECK --interval=1m30s \\\n    --timeout=3s \\\n    --start-period=10s \\\n    --retries=2 \\\n    CMD ["true"]',
    shown: config({ Healthcheck: { Test: ['CMD', 'true'], Interval: 9e10, Timeout: 3e9, StartPeriod: 1e10, Retries: 2 } }),
    buildah: all,
  },
  {
    row: 'HEALTHCHECK --start-interval',
    definition: { healthcheck: { cmd: 'true', startInterval: '2s' } },
    emitted: 'HEALTHCHECK --start-interval=2s CMD true',
    shown: config({ Healthcheck: { Test: ['CMD-SHELL', 'true'], StartInterval: 2e9 } }),
    buildah: features.startInterval.buildah,
  },
  {
    row: 'HEALTHCHECK NONE',
    definition: { healthcheck: false },
    emitted: 'HEALTHCHECK NONE',
    shown: config({ Healthcheck: { Test: ['NONE'] } }),
    buildah: all,
  },
  { row: 'STOPSIGNAL', definition: { stopSignal: 'SIGINT' }, emitted: 'STOPSIGNAL SIGINT', shown: config({ StopSignal: 'SIGINT' }), buildah: all },
  {
    row: 'STOPSIGNAL, by a variable',
    definition: { args: { NAME: 'HUP' }, stopSignal: expand('SIG$NAME') },
    emitted: 'STOPSIGNAL SIG${NAME}',
    shown: config({ StopSignal: 'SIGHUP' }),
    buildah: all,
  },
  {
    row: 'ONBUILD',
    definition: {
      onbuild: [copy('a.txt', '/app/'), env({ A: 'b c' }), run(['make', 'all']), add({ archive: 'tide.tar', to: '/' }), shell(['bash', '-c'])],
    },
    emitted: 'ONBUILD COPY a.txt /app/\nONBUILD ENV A="b c"\nONBUILD RUN ["make", "all"]\nONBUILD ADD tide.tar /\nONBUILD SHELL ["bash", "-c"]',
    shown: config({ OnBuild: ['COPY a.txt /app/', 'ENV A="b c"', 'RUN ["make", "all"]', 'ADD tide.tar /', 'SHELL ["bash", "-c"]'] }),
    buildah: all,
  },
  {
    row: 'ONBUILD of a heredoc',
    definition: {
      base: { stage: 'first' },
      stages: { first: { base: 'debian:bookworm-slim', onbuild: [file('/a', 'x\n'), run('echo 1\necho 2 >> /a')] } },
      labels: { a: 'b' },
    },
    emitted: "ONBUILD COPY <<'EOF' /a\nx\nEOF\nONBUILD RUN <<'EOF'\nset -e\necho 1\necho 2 >> /a\nEOF",
    shown: prints('cat /a', 'x\n2\n'),
    buildah: all,
  },
  {
    row: 'Text of the author',
    definition: { steps: [raw('LABEL a="b" \\\n  c=d')] },
    emitted: 'LABEL a="b" \\\n  c=d',
    shown: config({ Labels: { a: 'b', c: 'd' } }),
    buildah: all,
  },
];

export const instructionCases: readonly InstructionCase[] = [...from, ...variables, ...commands, ...files, ...container];
