/**
 * cargo, of Rust: programs are compiled in a stage of their own; the image gets what they became.
 *
 *     cargo: ['ripgrep@14.1.1']
 *
 *     FROM debian:trixie-slim AS cargo
 *     RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates cargo
 *     RUN --mount=type=cache,target=/var/cache/cargo CARGO_HOME=/var/cache/cargo cargo install --locked --root /opt/cargo ripgrep@14.1.1
 *     FROM debian:trixie-slim
 *     COPY --from=cargo /opt/cargo/bin/ /usr/local/bin/
 *
 * Compiled on the same base, so that the libraries that they are linked to are those of the image; a library that is not part of it has to be asked for. Refuses
 * what is no name of a crate.
 */

import type { Install } from '../../ir/instruction.js';
import type { CargoSpec } from '../../spec/language-specs.js';
import { checkPackages, type PackageTool } from '../check-packages.js';
import { copyMade, languageInstall } from '../tool-instructions.js';
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

const tool: Toolchain = {
  field: 'cargo',
  command: 'cargo',
  packages: ['cargo'],
  elsewhere: { apt: ['ca-certificates', 'cargo'], pacman: ['rust'] },
  image: 'rust:1.83-slim-bookworm',
  isNamed: true,
};

const ROOT = '/opt/cargo';

/** Said to cargo, for the environment of an image may have it look elsewhere. */
const HOME = '/var/cache/cargo';

export const cargo: Language<CargoSpec> = {
  variables: /^(?:CARGO|RUST)/,
  plan: (context, request) => {
    const systemPackages = toolchainPackages(context, tool, request);
    if (!systemPackages) return undefined;
    const stage = context.nameStage('cargo');
    return {
      systemPackages: [],
      toolStages: [{ name: stage, ...toolchainBase(request), systemPackages, instructions: [install(context, request)] }],
      instructions: [copyMade({ origin: request.origin, what: 'Rust programs', stage, from: `${ROOT}/bin/`, to: '/usr/local/bin/' })],
    };
  },
};

function install({ report }: LanguageContext, { packages, locked, origin }: CargoSpec): Install {
  return languageInstall({
    manager: 'cargo',
    origins: [origin],
    comment: 'Rust programs',
    command: `cargo install${locked ? ' --locked' : ''} --root ${ROOT}`,
    packages: checkPackages(packages, crates, report),
    caches: [{ type: 'cache', target: HOME }],
    environment: [{ name: 'CARGO_HOME', value: HOME }],
  });
}
