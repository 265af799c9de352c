import { describe, expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import type { ImageDefinition } from '../../src/spec/types.js';

/** The Dockerfile without its header, or what is wrong. */
function dockerfileOf(definition: ImageDefinition): unknown {
  const compiled = compile(definition);
  return compiled.ok
    ? compiled.dockerfile.split('\n').slice(3).join('\n')
    : compiled.diagnostics.map(({ code, message, hint }) => `${code}: ${message} | ${hint}`);
}

const locked: ImageDefinition = { base: 'python:3.12', dockerfile: { comments: false }, uv: { extras: ['plot'], uses: ['src'] } };

const FETCH = `python3 -m venv /tmp/uv && \\
    /tmp/uv/bin/pip install --no-cache-dir --quiet uv && \\
    UV_LINK_MODE=copy TMPDIR=/tmp/uv SOURCE_DATE_EPOCH=315532800 UV_COMPILE_BYTECODE=1 UV_PYTHON_DOWNLOADS=never UV_PYTHON=python3 UV_PROJECT_ENVIRONMENT=/opt/venv /tmp/uv/bin/uv sync --project /tmp/project --no-default-groups --frozen`;

describe('a project with a lock file', () => {
  it.each([
    ['cache', ['--mount=type=cache,target=/root/.cache/uv \\\n    '], ' --cache-dir=/root/.cache/uv', ''],
    ['fewest', [''], ' --cache-dir=/var/tmp/uv', ' && \\\n    rm -rf /var/tmp/uv'],
    ['as-written', [''], '', ''],
  ] as const)('first what it depends on, then itself (%s)', (layers, [cache], option, cleanup) => {
    expect(dockerfileOf({ ...locked, layers })).toBe(`FROM python:3.12

RUN --mount=type=tmpfs,target=/tmp/uv \\
    ${cache}--mount=type=bind,source=pyproject.toml,target=/tmp/project/pyproject.toml \\
    --mount=type=bind,source=uv.lock,target=/tmp/project/uv.lock \\
    ${FETCH} --no-install-workspace${option} \\
        --extra plot${cleanup}

ENV PATH=/opt/venv/bin:\${PATH}

RUN --mount=type=tmpfs,target=/tmp/uv \\
    --mount=type=tmpfs,target=/tmp/project \\
    ${cache}--mount=type=bind,source=pyproject.toml,target=/tmp/project/pyproject.toml,rw \\
    --mount=type=bind,source=uv.lock,target=/tmp/project/uv.lock,rw \\
    --mount=type=bind,source=src,target=/tmp/project/src,rw \\
    ${FETCH} --no-editable --refresh${option} \\
        --extra plot${cleanup}
`);
  });

  it('goes no further than what it depends on where that is all that is wanted', () => {
    const text = String(dockerfileOf({ base: 'python:3.12', poetry: { only: 'dependencies' } }));
    expect(text.match(/^RUN|^# .*/gm)).toEqual(['# Python packages, as poetry.lock has them', 'RUN']);
  });
});

it('installs a project by pip, and lets in what it reads', () => {
  const definition: ImageDefinition = {
    base: 'python:3.12',
    dockerfile: { comments: false },
    pip: { project: 'tools/tide', extras: ['plot'], installerVersion: '26.0', constraints: 'limits.txt' },
  };
  const compiled = compile(definition);
  const text = String(dockerfileOf(definition)).replace(/ -c '[^']*'/, " -c '…'");
  expect(text).toBe(`FROM python:3.12

RUN --mount=type=tmpfs,target=/tmp/dependencies \\
    --mount=type=cache,target=/root/.cache/pip \\
    --mount=type=bind,source=limits.txt,target=/tmp/requirements/limits.txt \\
    --mount=type=bind,source=tools/tide/pyproject.toml,target=/tmp/project/tools/tide/pyproject.toml \\
    SOURCE_DATE_EPOCH=315532800 pip install --no-cache-dir --quiet pip==26.0 && \\
    python3 -c '…' /tmp/project/tools/tide/pyproject.toml plot > /tmp/dependencies/project.txt && \\
    SOURCE_DATE_EPOCH=315532800 pip install --cache-dir=/root/.cache/pip \\
        -c /tmp/requirements/limits.txt \\
        -r /tmp/dependencies/project.txt

RUN --mount=type=cache,target=/root/.cache/pip \\
    --mount=type=bind,source=limits.txt,target=/tmp/requirements/limits.txt \\
    --mount=type=bind,source=tools/tide,target=/tmp/project/tools/tide,rw \\
    SOURCE_DATE_EPOCH=315532800 pip install --cache-dir=/root/.cache/pip \\
        '/tmp/project/tools/tide[plot]' \\
        -c /tmp/requirements/limits.txt
`);
  expect(compiled.ok && compiled.dockerignore.match(/^!.*/gm)).toEqual(['!limits.txt', '!tools/tide', '!tools/tide/pyproject.toml']);
});

it('takes all that a project depends on from a requirements file where hashes are asked for', () => {
  const text = String(dockerfileOf({ base: 'python:3.12', pip: { project: '.', requirements: 'requirements.txt', requireHashes: true } }));
  expect(text.match(/^ {8}.*/gm)).toEqual([
    '        -r /tmp/requirements/requirements.txt \\',
    '        --require-hashes',
    '        /tmp/project \\',
    '        --no-deps',
  ]);
});

it.each<[ImageDefinition, string]>([
  [
    { base: 'python:3.12', pip: { project: '.', requireHashes: true } },
    `missing-hash: what the project "." depends on has no hashes, which requireHashes asks for | name a requirements file that has them: requirements: 'requirements.txt'`,
  ],
  [
    { base: 'python:3.12', pip: { packages: ['snakemake'], extras: ['reports'] } },
    `missing-project: "extras" is said of a project, and none is named | write project: '.' beside it; extras of a package stand behind its name: 'snakemake[reports]'`,
  ],
  [
    { base: 'python:3.12', uv: { extras: ['--x'] } },
    'bad-name: "--x" cannot be the name of an extra or a group | write it as pyproject.toml has it: letters, digits, ".", "_" and "-"',
  ],
  [
    { base: 'python:3.12', poetry: { groups: [''] } },
    'bad-name: the name of an extra or a group is empty | write it as pyproject.toml has it: letters, digits, ".", "_" and "-"',
  ],
  [
    { base: 'python:3.12', uv: { version: 'latest' } },
    `bad-version: "latest" is not a version of an installer | write its numbers: '1.2.3', or '1.*'`,
  ],
  [
    { base: 'python:3.12', poetry: { project: '../tide' } },
    'outside-context: "../tide" leaves the build context | name a file or folder below the folder of image.ts; move or link it there first',
  ],
])('refuses %j', (definition, fault) => {
  expect(dockerfileOf(definition)).toEqual([fault]);
});

it('quotes the folder of a project once', () => {
  const text = String(dockerfileOf({ base: 'python:3.12', poetry: { project: "the ship's" } }));
  expect(text.match(/'\/tmp\/project.*?'(?= |\n)/g)).toEqual(["'/tmp/project/the ship'\\''s'", "'/tmp/project/the ship'\\''s'"]);
});
