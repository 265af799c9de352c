import { expect, it } from 'vitest';
import type { CargoSpec } from '../../../src/spec/language-specs.js';
import { at, faults, located, lowered, shownApt, stage, system } from '../specs.js';

function cargo(packages: readonly string[], fields: Partial<CargoSpec> = {}): CargoSpec {
  return { packages: located(packages, 'cargo'), locked: true, origin: at('cargo'), ...fields };
}

it('compiles programs in a stage of their own and copies them', () => {
  const build = { build: located(['libssl-dev'], 'apt', 'build') };
  const image = stage('debian:trixie-slim', { system: [system('apt', ['libssl3'], build)], languages: { cargo: cargo(['ripgrep@14.1.1', 'bat']) } });
  expect(lowered(image)).toBe(`(program
  (stage cargo
    (from "debian:trixie-slim")
    ${shownApt('libssl3', 'libssl-dev', 'ca-certificates', 'cargo')}
    (install
      (comment "Rust programs")
      cargo
      (command "cargo install --locked --root /opt/cargo")
      (packages "ripgrep@14.1.1" "bat")
      (caches (mount cache (target "/var/cache/cargo")))
      (environment CARGO_HOME "/var/cache/cargo")
      sortable))
  (stage
    (from "debian:trixie-slim")
    ${shownApt('libssl3')}
    (copy
      (comment "Rust programs, made in the stage \\"cargo\\"")
      (from stage cargo)
      (sources "/opt/cargo/bin/")
      (to "/usr/local/bin/"))))
`);
});

it('compiles in an image that the author names, or with the tools of the base', () => {
  const toolchain = { value: 'rust:1.83-slim-bookworm', origin: at('cargo', 'toolchain') };
  const tools =
    '(command "cargo install --locked --root /opt/cargo")\n      (packages "bat")\n      (caches (mount cache (target "/var/cache/cargo")))\n      (environment CARGO_HOME "/var/cache/cargo")\n      sortable))';
  expect(lowered(stage('debian:bookworm', { languages: { cargo: cargo(['bat'], { toolchain }) } }))).toBe(`(program
  (stage cargo
    (from "rust:1.83-slim-bookworm")
    (install
      (comment "Rust programs")
      cargo
      ${tools}
  (stage
    (from "debian:bookworm")
    (copy
      (comment "Rust programs, made in the stage \\"cargo\\"")
      (from stage cargo)
      (sources "/opt/cargo/bin/")
      (to "/usr/local/bin/"))))
`);
  expect(lowered(stage('rust:1.83', { languages: { cargo: cargo(['bat']) } }))).toContain(`(from "rust:1.83")
    (install
      (comment "Rust programs")
      cargo
      ${tools}`);
});

it('refuses what is no crate, and a base without cargo', () => {
  expect(faults(stage('debian:trixie', { languages: { cargo: cargo(['--git', 'bat@']) } }))).toEqual([
    `bad-package-name: "--git" is not the name of a package for cargo | write it as cargo has it: 'ripgrep' or 'ripgrep@14.1.1'`,
    `empty-version: "bat@" has an empty version | write 'bat' for any version or 'bat@14.1.1' to pin one`,
  ]);
  expect(faults(stage('scratch', { languages: { cargo: cargo(['bat']) } }))).toEqual([
    `no-package-manager: "scratch" has no package manager to get cargo with | name an image that has it: cargo: { packages: […], toolchain: 'rust:1.83-slim-bookworm' }`,
  ]);
  const windows = stage('mcr.microsoft.com/windows/servercore:ltsc2022', {
    languages: { cargo: cargo(['bat'], { toolchain: { value: 'rust:1.83', origin: at('cargo', 'toolchain') } }) },
  });
  expect(faults(windows)).toEqual([
    'linux-only: "mcr.microsoft.com/windows/servercore:ltsc2022" is Windows, and what would be installed is for Linux | install it with "run", or build on a base of Linux',
  ]);
});
