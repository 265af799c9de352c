/**
 * cargo, of Rust: programs are compiled in a stage of their own; the image gets what they became.
 *
 *     cargo: ['ripgrep@14.1.1']
 *
 *     FROM debian:trixie-slim AS cargo
 *     RUN apt-get update && apt-get install -y --no-install-recommends cargo
 *     RUN cargo install --locked --root /opt/cargo ripgrep@14.1.1
 *     FROM debian:trixie-slim
 *     COPY --from=cargo /opt/cargo/bin/ /usr/local/bin/
 *
 * Compiled on the same base, so that the libraries that they are linked to are those of the image; a library that is not part of it has to be asked for. Refuses
 * what is no name of a crate.
 */

import type { Install } from '../../ir/instruction.js';
import type { CargoSpec } from '../../spec/languages/cargo.js';
import { checkPackages, type PackageTool } from '../check-packages.js';
import { toolchainBase, toolchainPackages, type Toolchain } from '../toolchain.js';
import type { Language, LanguageContext } from './language.js';

const REQUEST = /^(?<name>[A-Za-z][A-Za-z0-9_-]*)(?<version>@|@=?\d[A-Za-z0-9.+-]*)?$/;

const crates: PackageTool = {
  tool: 'cargo',
  parse: (text) => {
    const { name, version } = REQUEST.exec(text)?.groups ?? {};
    return name === undefined ? undefined : { name, ...(version === undefined ? {} : { version: version.replace(/^@=?(?=.)/, '=') }) };
  },
  examples: "'ripgrep' or 'ripgrep@14.1.1'",
  pin: '@14.1.1',
};

const tool: Toolchain = { field: 'cargo', command: 'cargo', packages: ['cargo'], distro: { archlinux: ['rust'] }, image: 'rust:1.83-slim-bookworm' };

const ROOT = '/opt/cargo';

export const cargo: Language<CargoSpec> = {
  variables: /^(?:CARGO|RUST)/,
  plan: (context, request) => {
    const packages = toolchainPackages(context, tool, request);
    if (!packages) return undefined;
    const stage = context.nameStage('cargo');
    const comment = `Rust programs, made in the stage "${stage}"`;
    const copy = {
      kind: 'copy',
      origins: [request.origin],
      comment,
      sources: [`${ROOT}/bin/`],
      to: '/usr/local/bin/',
      from: { stage },
      exclude: [],
    } as const;
    return {
      systemPackages: [],
      toolStages: [{ name: stage, ...toolchainBase(request), systemPackages: packages, instructions: [install(context, request)] }],
      instructions: [copy],
    };
  },
};

function install({ report }: LanguageContext, { packages, locked, origin }: CargoSpec): Install {
  return {
    kind: 'install',
    origins: [origin],
    comment: 'Rust programs',
    manager: 'cargo',
    prepare: [],
    command: `cargo install${locked ? ' --locked' : ''} --root ${ROOT}`,
    cacheOptions: [],
    noCacheOptions: [],
    packages: checkPackages(packages, crates, report),
    options: [],
    cleanup: [],
    caches: [],
    mounts: [],
    reads: [],
    environment: [],
    sortable: true,
    mergeable: false,
  };
}
