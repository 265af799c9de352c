import { expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics.js';
import { resolve } from '../../../src/spec/resolve.js';
import { expand, override } from '../../../src/spec/values.js';
import type { ImageDefinition, Npm } from '../../../src/spec/types.js';

function stageOf(definition: ImageDefinition) {
  const report = createReport();
  return { spec: resolve(definition, {}, report)?.stages[0], faults: report.diagnostics };
}

function npmOf(npm: Npm, definition: Partial<ImageDefinition> = {}) {
  const { spec, faults } = stageOf({ base: `node:22-bookworm-slim`, npm, ...definition } as ImageDefinition);
  return faults.length > 0 ? faults : spec?.languages.npm;
}

const origin = { path: ['npm'] };

it('is the project beside the definition, in /app, which is then where commands run', () => {
  const { spec } = stageOf({ base: `node:22-bookworm-slim`, npm: true });
  expect(spec?.languages.npm).toEqual({
    packages: [],
    project: {
      manager: 'npm',
      folder: { value: '.', origin },
      workspaces: [],
      uses: [],
      production: true,
      workdir: { value: '/app', origin },
      origin,
    },
    secrets: [],
    origin,
  });
  expect(spec?.workdir).toEqual({ value: ['/app'], origin });
});

it('is in the working directory of the stage, unless that has a variable', () => {
  expect(npmOf(true, { workdir: '/srv' })).toMatchObject({ project: { workdir: { value: '/srv', origin: { path: ['workdir'] } } } });
  expect(npmOf({ workdir: '/opt/tides/' }, { workdir: '/srv' })).toMatchObject({ project: { workdir: { value: '/opt/tides/' } } });
  const { spec } = stageOf({ base: `node:22-bookworm-slim`, npm: true, workdir: expand('/srv/$NAME') });
  expect(spec?.languages.npm?.project).not.toHaveProperty('workdir');
});

it('is no project where programs alone are named', () => {
  expect(npmOf({ packages: ['serve@14.2.4'], secrets: ['npmrc'] })).toEqual({
    packages: [{ value: 'serve@14.2.4', origin: { path: ['npm', 'packages', 0] } }],
    secrets: [{ id: 'npmrc', origin: { path: ['npm', 'secrets', 0] } }],
    origin,
  });
  expect(npmOf({ packages: ['serve'], production: false })).toMatchObject({ packages: [{ value: 'serve' }], project: { production: false } });
  expect(npmOf({ packages: ['serve'] }, { presets: [{ npm: true }] })).toMatchObject({
    packages: [{ value: 'serve' }],
    project: { production: true },
  });
  expect(npmOf({ packages: [] })).toBe(undefined);
});

it('takes the script that builds, or what it reads and makes besides', () => {
  const at = { path: ['npm', 'build'] };
  expect(npmOf({ project: 'web', build: 'bundle' })).toMatchObject({
    project: { build: { script: 'bundle', sources: [{ value: 'web', origin: at }], outputs: [{ value: 'dist', origin: at }], origin: at } },
  });
  expect(npmOf({ build: { sources: ['src', 'tsconfig.json'], outputs: ['lib'] } })).toMatchObject({
    project: { build: { script: 'build', sources: [{ value: 'src' }, { value: 'tsconfig.json' }], outputs: [{ value: 'lib' }] } },
  });
});

it('merges what presets say, and replaces it on demand', () => {
  const presets = [{ npm: { manager: 'pnpm', version: '9', uses: ['.npmrc'], build: { sources: ['src'] } } as const }];
  expect(npmOf({ version: '10', uses: ['patches'], build: 'bundle' }, { presets })).toMatchObject({
    project: {
      manager: 'pnpm',
      version: { value: '10' },
      uses: [{ value: '.npmrc' }, { value: 'patches' }],
      build: { script: 'bundle', sources: [{ value: 'src' }] },
    },
  });
  const { spec } = stageOf({ base: `node:22-bookworm-slim`, presets, npm: override({ packages: ['serve'] }) });
  expect(spec?.languages.npm).not.toHaveProperty('project');
});

it.each<[object | boolean, string]>([
  [false, 'npm: npm must be true or { manager, packages, … }, not false'],
  [{ manager: 'pnmp' }, 'npm.manager: npm.manager must be "npm", "pnpm", "yarn" or "bun", not "pnmp" | did you mean "pnpm"?'],
  [{ workdir: 'app' }, 'npm.workdir: "app" is not absolute | begin at the root: "/app"'],
  [{ version: 'latest' }, `npm.version: "latest" is not a version of a package manager | write its numbers: '10' or '10.4.1'`],
  [{ build: 'tsc && vite' }, `npm.build: "tsc && vite" cannot be the name of a script | name one that package.json has under "scripts": 'build'`],
  [
    { build: { outputs: ['../dist'] } },
    `npm.build.outputs[0]: "../dist" is not below the folder of the project | name the folder that the build makes: 'dist'`,
  ],
  [{ build: { outputs: ['*.js'] } }, `npm.build.outputs[0]: "*.js" is a pattern | name the folder that the build makes: 'dist'`],
  [
    { lock: 'locks/a.json' },
    'npm.lock: "locks/a.json" is not the name of a file | the lock file stands beside package.json: name it, and its folder as "project"',
  ],
  [
    { project: '../web' },
    'npm.project: "../web" leaves the build context | name a file or folder below the folder of image.ts; move or link it there first',
  ],
  [
    { workspaces: ['packages/*'] },
    'npm.workspaces[0]: "packages/*" is a pattern, and what is mounted has to be named | name each file, or the folder that they are in',
  ],
  [{ prodcution: true }, 'npm.prodcution: unknown field "prodcution" | did you mean "production"?'],
])('refuses %j', (npm, expected) => {
  const { faults } = stageOf({ base: `node:22-bookworm-slim`, npm } as unknown as ImageDefinition);
  expect(faults.map(({ origin: { path }, message, hint }) => [place(path), [message, hint].filter(Boolean).join(' | ')].join(': '))).toEqual([
    expected,
  ]);
});

function place(path: readonly (string | number)[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .slice(1);
}
