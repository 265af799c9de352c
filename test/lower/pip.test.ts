import { expect, it } from 'vitest';
import { at, faults, located, lowered, pip, shownApt, stage, system } from './specs.js';

it("puts a virtual environment of the distribution's python on PATH", () => {
  expect(lowered(stage('debian:bookworm', { pip: pip(['numpy>=1.26', 'snakemake[reports]']) }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    ${shownApt('python3', 'python3-venv')}
    (install
      (comment "Python packages")
      pip
      (prepare "SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv")
      (command "/opt/venv/bin/pip install")
      (cache-options "--cache-dir=/root/.cache/pip")
      (no-cache-options "--no-cache-dir")
      (packages "numpy>=1.26" "snakemake[reports]")
      (caches (mount cache (target "/root/.cache/pip")))
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable)
    (env ("PATH" (text "/opt/venv/bin:" (var PATH))))))
`);
});

it("installs into an image's own python", () => {
  expect(lowered(stage('python:3.12-slim', { pip: pip(['numpy']) }))).toBe(`(program
  (stage
    (from "python:3.12-slim")
    (install
      (comment "Python packages")
      pip
      (command "pip install")
      (cache-options "--cache-dir=/root/.cache/pip")
      (no-cache-options "--no-cache-dir")
      (packages "numpy")
      (caches (mount cache (target "/root/.cache/pip")))
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable)))
`);
});

it('makes the environment that is asked for, with the interpreter that is asked for', () => {
  const own = { venv: { value: '/srv/my env', origin: at('pip', 'venv') }, python: { value: 'python3.12', origin: at('pip', 'python') } };
  expect(lowered(stage('python:3.12-slim', { pip: pip(['numpy'], own) }))).toBe(`(program
  (stage
    (from "python:3.12-slim")
    (install
      (comment "Python packages")
      pip
      (prepare "SOURCE_DATE_EPOCH=315532800 python3.12 -m venv '/srv/my env'")
      (command "'/srv/my env'/bin/pip install")
      (cache-options "--cache-dir=/root/.cache/pip")
      (no-cache-options "--no-cache-dir")
      (packages "numpy")
      (caches (mount cache (target "/root/.cache/pip")))
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable)
    (env ("PATH" (text "/srv/my env/bin:" (var PATH))))))
`);
});

it('brings uv along for the one command', () => {
  expect(lowered(stage('python:3.12-slim', { pip: pip(['numpy'], { installer: 'uv' }) }))).toBe(`(program
  (stage
    (from "python:3.12-slim")
    (install
      (comment "Python packages")
      uv
      (prepare "python3 -m venv /tmp/uv" "/tmp/uv/bin/pip install --no-cache-dir --quiet uv")
      (command "/tmp/uv/bin/uv pip install --python \\"$(command -v python3)\\" --compile-bytecode")
      (cache-options "--cache-dir=/root/.cache/uv")
      (no-cache-options "--cache-dir=/var/tmp/uv")
      (packages "numpy")
      (cleanup "rm -rf /var/tmp/uv")
      (caches (mount cache (target "/root/.cache/uv")))
      (mount tmpfs (target "/tmp/uv"))
      (environment UV_LINK_MODE "copy")
      (environment TMPDIR "/tmp/uv")
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable)))
`);
});

it('mounts the files that it reads, and gives indexes, links, hashes and secrets as options and mounts', () => {
  const fields = {
    requirements: located(['requirements.txt', './deps/more.txt'], 'pip', 'requirements'),
    constraints: located(['constraints.txt'], 'pip', 'constraints'),
    index: { value: 'https://pypi.example.org/simple', origin: at('pip', 'index') },
    extraIndexes: located(['https://b.example.org/simple?a=1&b=2', 'https://a.example.org/simple'], 'pip', 'extraIndexes'),
    findLinks: located(['wheels/', 'https://example.org/wheels'], 'pip', 'findLinks'),
    requireHashes: true,
    secrets: [{ id: 'pip_index', env: 'PIP_INDEX_URL', origin: at('pip', 'secrets', 0) }],
  };
  expect(lowered(stage('python:3.12-slim', { pip: pip([], fields) }))).toBe(`(program
  (stage
    (from "python:3.12-slim")
    (install
      (comment "Python packages")
      pip
      (command "pip install")
      (cache-options "--cache-dir=/root/.cache/pip")
      (no-cache-options "--no-cache-dir")
      (options
        "-r /tmp/requirements/requirements.txt"
        "-r /tmp/requirements/deps/more.txt"
        "-c /tmp/requirements/constraints.txt"
        "--index-url https://pypi.example.org/simple"
        "--extra-index-url 'https://b.example.org/simple?a=1&b=2'"
        "--extra-index-url https://a.example.org/simple"
        "--find-links /tmp/requirements/wheels"
        "--find-links https://example.org/wheels"
        "--require-hashes")
      (caches (mount cache (target "/root/.cache/pip")))
      (mount secret (env "PIP_INDEX_URL") (id "pip_index"))
      (read "requirements.txt" "/tmp/requirements/requirements.txt")
      (read "deps/more.txt" "/tmp/requirements/deps/more.txt")
      (read "constraints.txt" "/tmp/requirements/constraints.txt")
      (read "wheels" "/tmp/requirements/wheels")
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable)))
`);
});

it('uses the environment of the stage that it builds on', () => {
  const first = stage('debian:bookworm', { name: 'first', pip: pip(['numpy']) });
  const final = stage('', { base: { kind: 'stage', stage: 'first', origin: at('base') }, pip: pip(['pandas']) });
  expect(lowered(first, final)).toBe(`(program
  (stage first
    (from "debian:bookworm")
    ${shownApt('python3', 'python3-venv')}
    (install
      (comment "Python packages")
      pip
      (prepare "SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv")
      (command "/opt/venv/bin/pip install")
      (cache-options "--cache-dir=/root/.cache/pip")
      (no-cache-options "--no-cache-dir")
      (packages "numpy")
      (caches (mount cache (target "/root/.cache/pip")))
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable)
    (env ("PATH" (text "/opt/venv/bin:" (var PATH)))))
  (stage
    (from (stage first))
    (install
      (comment "Python packages")
      pip
      (command "/opt/venv/bin/pip install")
      (cache-options "--cache-dir=/root/.cache/pip")
      (no-cache-options "--no-cache-dir")
      (packages "pandas")
      (caches (mount cache (target "/root/.cache/pip")))
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable)))
`);
});

it.each([
  ['debian:bullseye', 'apt', ['python3', 'python3-venv']],
  ['alpine:3.20', 'apk', ['python3']],
  ['rockylinux:8', 'dnf', ['python3.11']],
  ['opensuse/leap:15.6', 'zypper', ['python311']],
  ['archlinux', 'pacman', ['python']],
] as const)('gets a python for %s', (base, manager, packages) => {
  const asked = stage(base, { system: [system(manager, packages)], pip: pip(['numpy']) });
  const derived = lowered(stage(base, { pip: pip(['numpy']) }));
  expect(derived).toEqual(lowered(asked));
});

it.each([
  [
    'scratch',
    {},
    'no-pip: "scratch" has no pip, and no package manager to get it with | install in another stage, and copy the environment and its interpreter',
  ],
  [
    'gcr.io/distroless/python3-debian12',
    {},
    'no-pip: "gcr.io/distroless/python3-debian12" has no pip, and no package manager to get it with | install in another stage, and copy the environment and its interpreter',
  ],
  [
    'debian:bookworm',
    { venv: { value: false as const, origin: at('pip', 'venv') } },
    'externally-managed: the Python of "debian:bookworm" takes packages only in a virtual environment (PEP 668) | leave venv out, for /opt/venv, or name another folder',
  ],
  [
    'python:3.12',
    { requireHashes: true },
    'missing-hash: "numpy" has no hash, which requireHashes asks for | write it into a requirements file, with --hash=sha256:… behind it',
  ],
])('refuses on %s what cannot work: %j', (base, fields, fault) => {
  expect(faults(stage(base, { pip: pip(['numpy'], fields) }))).toEqual([fault]);
});

it("installs beside the distribution's packages where that is wanted and allowed", () => {
  expect(lowered(stage('debian:bullseye', { pip: pip(['numpy'], { venv: { value: false, origin: at('pip', 'venv') } }) }))).toBe(`(program
  (stage
    (from "debian:bullseye")
    ${shownApt('python3', 'python3-pip')}
    (install
      (comment "Python packages")
      pip
      (command "python3 -m pip install")
      (cache-options "--cache-dir=/root/.cache/pip")
      (no-cache-options "--no-cache-dir")
      (packages "numpy")
      (caches (mount cache (target "/root/.cache/pip")))
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable)))
`);
});
