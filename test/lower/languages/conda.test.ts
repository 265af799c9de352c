import { expect, it } from 'vitest';
import type { CondaEnvironment, CondaSpec } from '../../../src/spec/language-specs.js';
import { at, faults, located, lowered, stage, system } from '../specs.js';

function conda(...environments: readonly Partial<CondaEnvironment>[]): { readonly conda: CondaSpec } {
  const all = environments.map((fields) => ({ packages: [], channels: [], origin: at('conda'), ...fields }));
  return { conda: { environments: all, origin: at('conda') } };
}

const value = <T extends string>(text: T, ...path: readonly string[]) => ({ value: text, origin: at('conda', ...path) });

const installs = (base: string, ...environments: readonly Partial<CondaEnvironment>[]) => {
  const text = lowered(stage(base, { languages: conda(...environments) }));
  return typeof text === 'string'
    ? [...text.matchAll(/\(from "([^\n]*)"\)|"((?:mamba|conda|micromamba|pixi) [^\n]*)"\)/g)].map(([, from, command]) => from ?? command)
    : text;
};

it('makes an environment in a stage of its own, without the packages for building, and puts it on PATH', () => {
  const apt = system('apt', [], { build: located(['gcc'], 'apt', 'build') });
  const image = stage('debian:bookworm-slim', { system: [apt], languages: conda({ file: value('env/environment.yml', 'file') }) });
  expect(lowered(image)).toBe(`(program
  (stage conda
    (from "mambaorg/micromamba:2.0.5")
    (user "root")
    (install
      (comment "Conda packages")
      conda
      (command "micromamba create --yes --prefix /opt/conda --file /tmp/conda/environment.yml")
      (traces "truncate --size=0 /opt/conda/conda-meta/history")
      (caches (mount cache (target "/var/cache/conda")))
      (read "env/environment.yml" "/tmp/conda/environment.yml")
      (environment CONDA_ALWAYS_COPY "true")
      (environment CONDA_CHANNEL_PRIORITY "strict")
      (environment CONDA_PKGS_DIRS "/var/cache/conda")
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable))
  (stage
    (from "debian:bookworm-slim")
    (copy
      (comment "Conda packages, made in the stage \\"conda\\"")
      (from stage conda)
      (sources "/opt/conda")
      (to "/opt/conda"))
    (env ("PATH" (text "/opt/conda/bin:" (var PATH))))))
`);
});

it('keeps the order of channels, and has one unless there is a file', () => {
  const packages = located(['python=3.12', 'bioconda::samtools'], 'conda', 'packages');
  expect(installs('debian:12', { packages })).toEqual([
    'mambaorg/micromamba:2.0.5',
    'micromamba create --yes --prefix /opt/conda --override-channels --channel conda-forge',
    'debian:12',
  ]);
  const channels = located(['conda-forge', 'bioconda'], 'conda', 'channels');
  expect(installs('debian:12', { packages, channels, prefix: value('/opt/my env', 'prefix') })[1]).toBe(
    "micromamba create --yes --prefix '/opt/my env' --override-channels --channel conda-forge --channel bioconda",
  );
});

it('makes several environments, of which the first is found first', () => {
  const plot = { file: value('plot.yml', '1', 'file'), prefix: value('/opt/plot', '1', 'prefix') };
  const text = lowered(stage('debian:12', { languages: conda({ file: value('count.yml', '0', 'file') }, plot) }));
  expect(text).toContain('(stage conda\n');
  expect(text).toContain('(stage conda-2\n');
  expect(text).toContain('(env ("PATH" (text "/opt/conda/bin:/opt/plot/bin:" (var PATH))))');
});

it('takes the tool of the author, or that of the base', () => {
  const file = value('environment.yml', 'file');
  const lock = value('linux-64.lock', 'lock');
  const forge = 'condaforge/miniforge3:24.11.3-0';
  expect(installs('ubuntu:24.04', { file, tool: value('conda', 'tool') })).toEqual([
    forge,
    'conda env create --yes --prefix /opt/conda --file /tmp/conda/environment.yml',
    'ubuntu:24.04',
  ]);
  expect(installs('ubuntu:24.04', { lock, tool: value('mamba', 'tool'), toolchain: value('condaforge/mambaforge:23.3.1-1', 'toolchain') })).toEqual([
    'condaforge/mambaforge:23.3.1-1',
    'mamba create --yes --prefix /opt/conda --file /tmp/conda/linux-64.lock',
    'ubuntu:24.04',
  ]);
  const pixi = { tool: value('pixi', 'tool'), file: value('pixi.toml', 'file'), lock: value('pixi.lock', 'lock') };
  expect(installs('debian:12', pixi)).toEqual([
    'ghcr.io/prefix-dev/pixi:0.41.4',
    'pixi install --locked --manifest-path /opt/pixi/pixi.toml',
    'debian:12',
  ]);
  expect(installs('mambaorg/micromamba:2.0.5', { file })[0]).toBe('mambaorg/micromamba:2.0.5');
  expect(installs(forge, { file })).toEqual([forge, 'mamba env create --yes --prefix /opt/environment --file /tmp/conda/environment.yml', forge]);
});

it('refuses a base without glibc, no or several sources, and what is no package', () => {
  const file = value('environment.yml', 'file');
  const packages = located(['--offline', 'numpy='], 'conda', 'packages');
  expect(faults(stage('alpine:3.20', { languages: conda({ file }) }))).toEqual([
    'no-glibc: conda packages need glibc, which "alpine:3.20" does not have | build on an image that has it: debian:bookworm-slim',
  ]);
  expect(faults(stage('debian:12', { languages: conda({ file, packages }) }))).toEqual([
    'conda-sources: an environment is made from one of file, lock and packages | keep one of them; give several environments as a list, each with a prefix',
  ]);
  expect(faults(stage('debian:12', { languages: conda({ packages, tool: value('pixi', 'tool') }) }))).toEqual([
    "conda-sources: pixi makes an environment from a file alone | write { tool: 'pixi', file: 'pixi.toml', lock: 'pixi.lock' }",
  ]);
  expect(faults(stage('debian:12', { languages: conda({ packages }) }))).toEqual([
    `bad-package-name: "--offline" is not the name of a package for conda | write it as conda has it: 'samtools', 'python=3.12', 'numpy>=1.26' or 'bioconda::samtools'`,
    `empty-version: "numpy=" has an empty version | write 'numpy' for any version or 'numpy=1.21' to pin one`,
  ]);
});

it('refuses channels that a tool would not take, a lock file that pixi does not read, a folder of two environments, and Windows', () => {
  const file = value('environment.yml', 'file');
  const channels = located(['bioconda'], 'conda', 'channels');
  const on = (base: string, ...environments: readonly Partial<CondaEnvironment>[]) => faults(stage(base, { languages: conda(...environments) }));
  expect(on('debian:12', { file, channels, tool: value('conda', 'tool') })).toEqual([
    'conda-sources: conda takes the channels of a file from the file alone | name them there, and leave channels out',
  ]);
  expect(on('debian:12', { file, lock: value('other.lock', 'lock'), tool: value('pixi', 'tool') })).toEqual([
    'conda-sources: "other.lock" is not the lock file of pixi | it reads pixi.lock, beside the file',
  ]);
  expect(on('debian:12', { file }, { file, prefix: value('/opt//conda/', '1', 'prefix') })).toEqual([
    'taken-prefix: "/opt/conda" is the folder of another environment already | give one of them another prefix',
  ]);
  expect(on('mcr.microsoft.com/windows/servercore:ltsc2022', { file })).toEqual([
    'no-glibc: conda packages need glibc, which "mcr.microsoft.com/windows/servercore:ltsc2022" does not have | build on an image that has it: debian:bookworm-slim',
  ]);
  expect(installs('debian:12', { file, channels })[1]).toBe(
    'micromamba create --yes --prefix /opt/conda --override-channels --channel bioconda --file /tmp/conda/environment.yml',
  );
});
