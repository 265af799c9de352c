/**
 * gem, of Ruby: installed in a stage of their own, where there is a compiler for those that have a part in C; the image gets them, and Ruby itself.
 *
 *     gem: ['asciidoctor:2.0.23']
 *
 *     FROM debian:trixie-slim AS gem
 *     RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev make ruby ruby-dev
 *     RUN gem install --no-document --install-dir /opt/gems --bindir /opt/gems/bin asciidoctor:2.0.23
 *     FROM debian:trixie-slim
 *     RUN apt-get update && apt-get install -y --no-install-recommends ruby
 *     COPY --from=gem /opt/gems /opt/gems
 *     ENV GEM_PATH=/opt/gems: PATH=/opt/gems/bin:${PATH}
 *
 * The colon at the end of GEM_PATH keeps what Ruby finds by itself. Refuses what is no name of a gem.
 */

import type { Env, Install } from '../../ir/instruction.js';
import { shellWord } from '../../shell-word.js';
import type { GemSpec } from '../../spec/language-specs.js';
import { checkPackages, type PackageTool } from '../check-packages.js';
import { copyMade, languageInstall } from '../tool-instructions.js';
import { toolchainPackages, type Toolchain } from '../toolchain.js';
import type { Language, LanguageContext } from './language.js';

const REQUEST = /^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?<version>:(?:(?:[<>]=?|~>|!=|=)? ?[0-9][A-Za-z0-9.]*)?)?$/;

const gems: PackageTool = {
  tool: 'gem',
  parse: (text) => {
    const { name, version } = REQUEST.exec(text)?.groups ?? {};
    return name === undefined ? undefined : { name, ...(version === undefined ? {} : { version: version.replace(/^:(?=[0-9])/, '=') }) };
  },
  examples: "'asciidoctor' or 'asciidoctor:2.0.23'",
  pin: ':2.0.23',
};

const image = 'ruby:3.3-slim-bookworm';

const ruby: Toolchain = { field: 'gem', command: 'gem', packages: ['ruby'], image, isNamed: false };

/** What gems with a part in C are compiled with. */
const compilers: Toolchain = {
  field: 'gem',
  command: 'cc',
  packages: ['gcc', 'make', 'ruby-devel'],
  elsewhere: {
    apt: ['gcc', 'libc6-dev', 'make', 'ruby-dev'],
    apk: ['build-base', 'ruby-dev'],
    pacman: ['gcc', 'make'],
  },
  image,
  isNamed: false,
};

const FOLDER = '/opt/gems';

export const gem: Language<GemSpec> = {
  variables: /^(?:GEM|BUNDLE|RUBY)/,
  plan: (context, request) => {
    const systemPackages = toolchainPackages(context, ruby, request);
    if (!systemPackages) return undefined;
    const stage = context.nameStage('gem');
    const tools = [...systemPackages, ...(toolchainPackages(context, compilers, request) ?? [])];
    return {
      systemPackages,
      toolStages: [{ name: stage, systemPackages: tools, instructions: [install(context, request)] }],
      instructions: [copyMade({ origin: request.origin, what: 'Ruby packages', stage, from: FOLDER, to: FOLDER }), environment(request)],
    };
  },
};

function install({ report }: LanguageContext, { packages, source, origin }: GemSpec): Install {
  const folders = `--install-dir ${FOLDER} --bindir ${FOLDER}/bin`;
  return languageInstall({
    manager: 'gem',
    origins: [origin],
    comment: 'Ruby packages',
    command: `gem install --no-document ${folders}${source ? ` --clear-sources --source ${shellWord(source.value)}` : ''}`,
    packages: checkPackages(packages, gems, report),
    traces: [
      `rm -rf ${FOLDER}/cache`,
      // What tells how a part in C was compiled, in a folder with a name for that alone.
      `find ${FOLDER} \\( -name gem_make.out -o -name mkmf.log -o -path '*/ext/*' -name Makefile \\) -delete`,
    ],
  });
}

function environment({ origin }: GemSpec): Env {
  const entries = [
    { name: 'GEM_PATH', value: [`${FOLDER}:`], origin },
    { name: 'PATH', value: [`${FOLDER}/bin:`, { variable: 'PATH' }], origin },
  ];
  return { kind: 'env', origins: [origin], entries };
}
