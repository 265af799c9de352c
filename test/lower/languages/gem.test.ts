import { expect, it } from 'vitest';
import type { GemSpec } from '../../../src/spec/language-specs.js';
import { at, faults, located, lowered, shownApt, stage } from '../specs.js';

function gem(packages: readonly string[], fields: Partial<GemSpec> = {}): GemSpec {
  return { packages: located(packages, 'gem'), origin: at('gem'), ...fields };
}

it('installs in a stage of their own, which has a compiler, and copies them to the side of Ruby', () => {
  const source = { value: 'https://gems.example.org/', origin: at('gem', 'source') };
  expect(lowered(stage('debian:trixie-slim', { languages: { gem: gem(['asciidoctor:2.0.23', 'rake'], { source }) } }))).toBe(`(program
  (stage gem
    (from "debian:trixie-slim")
    ${shownApt('ruby', 'gcc', 'libc6-dev', 'make', 'ruby-dev')}
    (install
      (comment "Ruby packages")
      gem
      (command
        "gem install --no-document --install-dir /opt/gems --bindir /opt/gems/bin --clear-sources --source https://gems.example.org/")
      (packages "asciidoctor:2.0.23" "rake")
      (traces
        "rm -rf /opt/gems/cache"
        "find /opt/gems \\\\( -name gem_make.out -o -name mkmf.log -o -path '*/ext/*' -name Makefile \\\\) -delete")
      sortable))
  (stage
    (from "debian:trixie-slim")
    ${shownApt('ruby')}
    (copy
      (comment "Ruby packages, made in the stage \\"gem\\"")
      (from stage gem)
      (sources "/opt/gems")
      (to "/opt/gems"))
    (env ("GEM_PATH" "/opt/gems:") ("PATH" (text "/opt/gems/bin:" (var PATH))))))
`);
});

it('refuses what is no gem, and a base without Ruby', () => {
  expect(faults(stage('debian:trixie', { languages: { gem: gem(['-g', 'rake:']) } }))).toEqual([
    `bad-package-name: "-g" is not the name of a package for gem | write it as gem has it: 'asciidoctor' or 'asciidoctor:2.0.23'`,
    `empty-version: "rake:" has an empty version | write 'rake' for any version or 'rake:2.0.23' to pin one`,
  ]);
  expect(faults(stage('scratch', { languages: { gem: gem(['rake']) } }))).toEqual([
    'no-package-manager: "scratch" has no package manager to get gem with | build on an image that has it: ruby:3.3-slim-bookworm',
  ]);
});
