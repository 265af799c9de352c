/**
 * go: programs are compiled in a stage of their own; the image gets what they became, and needs no library for it.
 *
 *     go: ['mvdan.cc/gofumpt@v0.7.0']
 *
 *     FROM debian:trixie-slim AS go
 *     RUN apt-get update && apt-get install -y --no-install-recommends golang-go ca-certificates
 *     RUN CGO_ENABLED=0 GOBIN=/opt/go/bin go install -trimpath -ldflags='-s -w' mvdan.cc/gofumpt@v0.7.0
 *     FROM debian:trixie-slim
 *     COPY --from=go /opt/go/bin/ /usr/local/bin/
 *
 * One installation for each, since go takes several only of one module. Refuses what is no package path, and one without a version, for which go would look
 * for a module around it.
 */

import type { Install } from '../../ir/instruction.js';
import type { Located } from '../../origin.js';
import type { GoSpec } from '../../spec/language-specs.js';
import { checkPackages, type PackageTool } from '../check-packages.js';
import { copyMade, languageInstall } from '../tool-instructions.js';
import { toolchainBase, toolchainPackages, type Toolchain } from '../toolchain.js';
import type { Language, LanguageContext } from './language.js';

/** As go writes it: a host, a path, and a version, which may be a branch or a commit. */
const REQUEST = /^(?<name>[a-z0-9][a-z0-9.-]*\.[a-z]+(?:\/[A-Za-z0-9_~][A-Za-z0-9._~-]*)*)(?<version>@(?:[A-Za-z0-9][A-Za-z0-9._+/-]*)?)?$/;

const modules: PackageTool = {
  tool: 'go',
  parse: (text) => {
    const { name, version } = REQUEST.exec(text)?.groups ?? {};
    return name === undefined ? undefined : { name, ...(hasVersion(version) ? { version: version.replace('@', '=') } : {}) };
  },
  examples: "'mvdan.cc/gofumpt@v0.7.0' or 'golang.org/x/tools/cmd/stringer@latest'",
  pin: '@v1.2.3',
};

const tool: Toolchain = {
  field: 'go',
  command: 'go',
  packages: ['go'],
  elsewhere: { apt: ['ca-certificates', 'golang-go'], dnf: ['golang'] },
  image: 'golang:1.24-bookworm',
  isNamed: true,
};

const FOLDER = '/opt/go/bin';
const MODULES = '/var/cache/go/mod';
const BUILD = '/var/cache/go/build';

export const go: Language<GoSpec> = {
  variables: /^(?:CGO_\w+|GO[A-Z0-9]+)$/,
  plan: (context, request) => {
    const systemPackages = toolchainPackages(context, tool, request);
    if (!systemPackages) return undefined;
    const stage = context.nameStage('go');
    return {
      systemPackages: [],
      toolStages: [{ name: stage, ...toolchainBase(request), systemPackages, instructions: installs(context, request) }],
      instructions: [copyMade({ origin: request.origin, what: 'Go programs', stage, from: `${FOLDER}/`, to: '/usr/local/bin/' })],
    };
  },
};

function hasVersion(version: string | undefined): version is string {
  return version !== undefined && version !== '@';
}

function installs({ report }: LanguageContext, request: GoSpec): readonly Install[] {
  for (const { value, origin } of request.packages) {
    const { name, version } = REQUEST.exec(value)?.groups ?? {};
    if (name === undefined || hasVersion(version)) continue;
    report.error('missing-version', origin, { message: `"${value}" has no version`, hint: `write '${name}@v1.2.3', or '${name}@latest'` });
  }
  return checkPackages(request.packages, modules, report).map((located, index) => install(request, located, index === 0));
}

function install({ cgo, origin }: GoSpec, located: Located<string>, isFirst: boolean): Install {
  return languageInstall({
    manager: 'go',
    origins: [origin],
    ...(isFirst ? { comment: 'Go programs' } : {}),
    command: "go install -trimpath -ldflags='-s -w'",
    packages: [located],
    caches: [
      { type: 'cache', target: MODULES },
      { type: 'cache', target: BUILD },
    ],
    environment: [
      ...(cgo ? [] : [{ name: 'CGO_ENABLED', value: '0' }]),
      { name: 'GOBIN', value: FOLDER },
      { name: 'GOCACHE', value: BUILD },
      { name: 'GOMODCACHE', value: MODULES },
    ],
  });
}
