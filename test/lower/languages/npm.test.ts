import { expect, it } from 'vitest';
import { compile } from '../../../src/pipeline.js';
import type { ImageDefinition } from '../../../src/spec/types.js';
import { stripHeader } from '../../../src/print/header.js';

const NODE = `node:22-bookworm-slim`;

function dockerfile(definition: ImageDefinition): string {
  const compiled = compile({ dockerfile: { comments: false }, ...definition } as ImageDefinition, { dir: 'tides' });
  return compiled.ok ? stripHeader(compiled.dockerfile).trim() : JSON.stringify(compiled.diagnostics, null, 2);
}

function ignored(definition: ImageDefinition, copy: Readonly<Record<string, string>> = {}): readonly string[] {
  const compiled = compile({ ...definition, copy: { ...definition.copy, ...copy } } as ImageDefinition, { dir: 'tides' });
  return compiled.ok ? compiled.dockerignore.split('\n').filter((line) => line !== '' && !line.startsWith('#')) : [];
}

function faults(definition: ImageDefinition): readonly string[] {
  return compile(definition, { dir: 'tides' }).diagnostics.map(({ code, message, hint }) => `${code}: ${message} | ${hint}`);
}

const reads = `--mount=type=bind,source=package.json,target=/app/package.json \\
    --mount=type=bind,source=package-lock.json,target=/app/package-lock.json \\
    NODE_DISABLE_COMPILE_CACHE=1`;

it('installs in the image itself where that has npm, before any source', () => {
  const definition: ImageDefinition = { base: NODE, npm: true, copy: { src: 'src' } };
  expect(dockerfile(definition)).toBe(`FROM ${NODE}

WORKDIR /app

RUN --mount=type=cache,target=/root/.npm \\
    ${reads} npm ci --omit=dev --no-audit --no-fund --cache=/root/.npm

ENV NODE_ENV=production

COPY package.json ./
COPY src src`);
  expect(dockerfile({ ...definition, layers: 'fewest' })).toContain(`
RUN ${reads} npm ci --omit=dev --no-audit --no-fund --cache=/tmp/npm && \\
    rm -rf /tmp/npm
`);
  expect(dockerfile({ ...definition, layers: 'as-written' })).toContain(`\nRUN ${reads} npm ci --omit=dev --no-audit --no-fund\n`);
  expect(ignored(definition)).toEqual([
    '*',
    '!package-lock.json',
    '!package.json',
    '!src',
    '**/.git',
    '**/.env',
    '**/.env.*',
    '**/.venv',
    '**/__pycache__',
    '**/node_modules',
  ]);
});

it.each<[string, ImageDefinition, readonly string[]]>([
  ['with sources that go there, too', { copy: { 'server.js': './' } }, ['COPY package.json server.js ./']],
  ['by itself, where a folder of the sources goes elsewhere', { copy: { '.': '/srv' } }, ['COPY package.json ./', 'COPY . /srv']],
  ['behind accounts, which a change of it does not make again', { user: 'tides', copy: { 'server.js': './' } }, ['COPY package.json server.js ./']],
  ['by its path, where it is not in the working directory', { workdir: '/srv', npm: { workdir: '/app' } }, ['COPY package.json /app/']],
  ['with all of the project', { copy: { '.': '.' } }, ['COPY . .']],
  ['with all of the project, by its path', { copy: { './': '/app/' } }, ['COPY ./ /app/']],
  [
    'by itself, where a part stays behind',
    { copy: [{ from: '.', to: '.', exclude: ['*.json'] }] },
    ['COPY package.json ./', 'COPY --exclude=*.json . .'],
  ],
  [
    'by itself, where the folder is another later',
    {
      steps: [
        { kind: 'workdir', path: '/srv' },
        { kind: 'copy', from: '.', to: '.' },
      ],
    },
    ['COPY package.json ./', 'COPY . .'],
  ],
])('copies package.json %s', (_, fields, copies) => {
  const lines = dockerfile({ base: NODE, npm: true, workdir: '/app', ...fields } as ImageDefinition).split('\n');
  expect(lines.filter((line) => line.startsWith('COPY '))).toEqual(copies);
  expect(lines.findIndex((line) => line.startsWith('RUN') && line.includes('useradd'))).toBeLessThan(lines.indexOf(copies[0]!));
});

it('builds in a stage of its own, which has what the image has in its environment', () => {
  const definition: ImageDefinition = { base: NODE, npm: { build: 'bundle' }, env: { NODE_OPTIONS: '--enable-source-maps', NODE_ENV: 'staging' } };
  expect(dockerfile(definition)).toBe(`FROM ${NODE} AS npm-build
ENV NODE_OPTIONS=--enable-source-maps

WORKDIR /app

RUN --mount=type=cache,target=/root/.npm \\
    ${reads} npm ci --include=dev --no-audit --no-fund --cache=/root/.npm

ENV NODE_ENV=staging

COPY . /app/

RUN npm run bundle

FROM ${NODE}
ENV NODE_OPTIONS=--enable-source-maps

WORKDIR /app

RUN --mount=type=cache,target=/root/.npm \\
    ${reads} npm ci --omit=dev --no-audit --no-fund --cache=/root/.npm

COPY --from=npm-build --link /app/dist /app/dist

ENV NODE_ENV=staging

COPY package.json ./`);
  expect(ignored(definition).slice(-3)).toEqual(['**/__pycache__', '**/node_modules', 'dist']);
  expect(ignored(definition, { 'dist/public': 'public', 'vendor/node_modules': 'vendor' }).slice(-2)).toEqual([
    '!dist/public',
    '!vendor/node_modules',
  ]);
});

it('installs in a stage of its own where npm is not part of the base, another manager installs, or compilers are needed', () => {
  const npm = { manager: 'pnpm', version: '9.15.0', packages: ['serve@14.2.4'], build: { sources: ['src'] } } as const;
  expect(dockerfile({ base: NODE, npm })).toBe(`FROM ${NODE} AS npm

RUN --mount=type=cache,target=/root/.npm \\
    NODE_DISABLE_COMPILE_CACHE=1 npm install --global --prefix=/opt/manager --no-audit --no-fund --cache=/root/.npm \\
        pnpm@9.15.0

ENV PATH=/opt/manager/bin:\${PATH}

RUN --mount=type=cache,target=/root/.npm \\
    NODE_DISABLE_COMPILE_CACHE=1 npm install --global --prefix=/opt/npm --no-audit --no-fund --cache=/root/.npm \\
        serve@14.2.4

WORKDIR /app

RUN --mount=type=cache,target=/root/.local/share/pnpm/store \\
    --mount=type=bind,source=package.json,target=/app/package.json \\
    --mount=type=bind,source=pnpm-lock.yaml,target=/app/pnpm-lock.yaml \\
    mkdir -p node_modules && \\
    CI=true pnpm install --frozen-lockfile --prod --store-dir=/root/.local/share/pnpm/store

RUN rm -rf /app/node_modules/.modules.yaml /app/node_modules/.pnpm-workspace-state*.json

FROM npm AS npm-build

RUN --mount=type=cache,target=/root/.local/share/pnpm/store \\
    --mount=type=bind,source=package.json,target=/app/package.json \\
    --mount=type=bind,source=pnpm-lock.yaml,target=/app/pnpm-lock.yaml \\
    CI=true pnpm install --frozen-lockfile --prod=false --store-dir=/root/.local/share/pnpm/store

COPY src /app/src

RUN pnpm run build

FROM ${NODE}

COPY --from=npm /opt/npm/ /usr/local/

COPY --from=npm --link /app/node_modules /app/node_modules

COPY --from=npm-build --link /app/dist /app/dist

ENV NODE_ENV=production

WORKDIR /app
COPY package.json ./`);
});

it.each([
  [
    'pnpm',
    'pnpm@10',
    'pnpm-lock.yaml',
    '/root/.local/share/pnpm/store',
    'CI=true pnpm install --frozen-lockfile --prod --store-dir=/root/.local/share/pnpm/store',
  ],
  [
    'yarn',
    'yarn@1',
    'yarn.lock',
    '/root/.cache/yarn',
    'YARN_CACHE_FOLDER=/root/.cache/yarn yarn install --frozen-lockfile --non-interactive --production=true',
  ],
  [
    'bun',
    'bun@1',
    'bun.lock',
    '/root/.bun/install/cache',
    'BUN_INSTALL_CACHE_DIR=/root/.bun/install/cache bun install --frozen-lockfile --production',
  ],
] as const)('installs with %s as its lock file says', (manager, program, lock, cache, line) => {
  const text = dockerfile({ base: NODE, npm: { manager } });
  expect(text).toContain(`\n        ${program}\n`);
  expect(text).toContain(`
RUN --mount=type=cache,target=${cache} \\
    --mount=type=bind,source=package.json,target=/app/package.json \\
    --mount=type=bind,source=${lock},target=/app/${lock} \\
    mkdir -p node_modules && \\
    ${line}
`);
});

it('installs with later versions of yarn into node_modules, and leaves nothing else', () => {
  const settings = 'YARN_ENABLE_TELEMETRY=0 YARN_GLOBAL_FOLDER=/root/.yarn/berry YARN_NODE_LINKER=node-modules';
  const lines = dockerfile({ base: NODE, npm: { manager: 'yarn', version: '4.9.0', build: 'build' } }).split('\n');
  expect(lines.filter((line) => /yarn/.test(line) && !/--mount/.test(line))).toEqual([
    '        @yarnpkg/cli-dist@4.9.0',
    `    ${settings} yarn workspaces focus --all --production`,
    'RUN rm -rf /app/.yarn',
    `    ${settings} yarn install --immutable`,
    'RUN YARN_NODE_LINKER=node-modules yarn run build',
  ]);
});

it('gets Node.js from the distribution, and npm and compilers only into the stage that installs', () => {
  const text = dockerfile({ base: 'debian:trixie-slim', npm: true, apt: { packages: ['tini'], build: ['g++'] } });
  const packages = text.split('\nFROM').map((part) => [...part.matchAll(/^ {8}([\w+]+)/gm)].map(([, name]) => name));
  expect(packages).toEqual([['nodejs'], ['g++', 'npm'], ['tini']]);
});

it('installs in an image that the author names, for a base that has Node.js alone', () => {
  const base = { image: 'gcr.io/distroless/nodejs22-debian12:nonroot' };
  expect(dockerfile({ base, npm: { toolchain: NODE } })).toBe(`FROM ${NODE} AS npm

WORKDIR /app

RUN --mount=type=cache,target=/root/.npm \\
    --mount=type=bind,source=package.json,target=/app/package.json \\
    --mount=type=bind,source=package-lock.json,target=/app/package-lock.json \\
    mkdir -p node_modules && \\
    NODE_DISABLE_COMPILE_CACHE=1 npm ci --omit=dev --no-audit --no-fund --cache=/root/.npm

FROM gcr.io/distroless/nodejs22-debian12:nonroot

COPY --from=npm /app/node_modules /app/node_modules

ENV NODE_ENV=production

WORKDIR /app
COPY package.json ./`);
});

it.each([
  ['workspaces', { workspaces: ['packages/core'] }],
  ['files of its own', { uses: ['patches'] }],
])('copies all that an installation with %s may make', (_, more) => {
  const text = dockerfile({ base: 'debian:trixie-slim', npm: more });
  expect(text.match(/^COPY --from=.*|mkdir/gm)).toEqual(['COPY --from=npm --link /app/ /app/']);
});

it('mounts further manifests, files and secrets while it installs, below the folder of the project', () => {
  const npm = {
    project: 'web',
    lock: 'npm-shrinkwrap.json',
    workspaces: ['web/packages/core'],
    uses: ['web/.npmrc'],
    production: false,
    secrets: [{ kind: 'secret', id: 'npmrc', target: '/root/.npmrc' }],
  } as const;
  expect(dockerfile({ base: NODE, npm, workdir: '/srv' })).toBe(`FROM ${NODE}

WORKDIR /srv

RUN --mount=type=secret,id=npmrc,target=/root/.npmrc,required=true \\
    --mount=type=cache,target=/root/.npm \\
    --mount=type=bind,source=web/package.json,target=/srv/package.json \\
    --mount=type=bind,source=web/npm-shrinkwrap.json,target=/srv/npm-shrinkwrap.json \\
    --mount=type=bind,source=web/packages/core/package.json,target=/srv/packages/core/package.json \\
    --mount=type=bind,source=web/.npmrc,target=/srv/.npmrc \\
    NODE_DISABLE_COMPILE_CACHE=1 npm ci --include=dev --no-audit --no-fund --cache=/root/.npm

COPY web/package.json ./`);
});

it('puts programs where all find them', () => {
  expect(dockerfile({ base: NODE, npm: { packages: ['@scope/tool@^2', 'serve'] } })).toBe(`FROM ${NODE}

RUN --mount=type=cache,target=/root/.npm \\
    NODE_DISABLE_COMPILE_CACHE=1 npm install --global --prefix=/usr/local --no-audit --no-fund --cache=/root/.npm \\
        '@scope/tool@^2' \\
        serve`);
});

it('refuses what is no package, and a project whose place is not known', () => {
  const packages = ['serve@', 'git+https://example.org/a.git', '--eval=1', 'team/tool', '@scope', 'npm:tool', './tool', 'tool@file:../x', 'a b'];
  const hint = `write it as npm has it: 'serve', 'serve@14.2.4' or '@scope/tool@^2'`;
  expect(faults({ base: NODE, npm: { packages } })).toEqual([
    `empty-version: "serve@" has an empty version | write 'serve' for any version or 'serve@1.2.3' to pin one`,
    ...packages.slice(1).map((name) => `bad-package-name: "${name}" is not the name of a package for npm | ${hint}`),
  ]);
  expect(faults({ base: NODE, npm: { packages: ['serve@14.2.4', 'serve@13.0.0'] } })).toEqual([
    'conflicting-versions: "serve@13.0.0" asks for another version of serve than "serve@14.2.4" (npm.packages[0]) | keep one of them',
  ]);
  const place = "say where it is: npm: { workdir: '/app' }";
  expect(faults({ base: NODE, npm: true, workdir: '/' })).toEqual([
    `unknown-workdir: "/" is all of the image, and cannot be the folder of a project | ${place}`,
  ]);
  expect(faults({ base: NODE, npm: true, args: { NAME: 'a' }, workdir: { kind: 'expand', text: '/srv/$NAME' } })).toEqual([
    `unknown-workdir: the folder of the project in the image is not known: "workdir" has a variable | ${place}`,
  ]);
  expect(faults({ base: NODE, npm: { project: 'web', uses: ['.npmrc'] } })).toEqual([
    'outside-project: ".npmrc" is not in the folder of the project, "web" | paths are those of the build context: name one below that folder, or make the folder above it the project',
  ]);
  expect(faults({ base: 'scratch', npm: true })).toEqual([
    `no-package-manager: "scratch" has no package manager to get node with | build on an image that has it: ${NODE}`,
  ]);
});
