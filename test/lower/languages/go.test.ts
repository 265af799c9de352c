import { expect, it } from 'vitest';
import type { GoSpec } from '../../../src/spec/language-specs.js';
import { at, faults, located, lowered, stage } from '../specs.js';

function go(packages: readonly string[], fields: Partial<GoSpec> = {}): GoSpec {
  return { packages: located(packages, 'go'), cgo: false, origin: at('go'), ...fields };
}

it('compiles each program in a stage of their own and copies them, to a base without a package manager too', () => {
  const toolchain = { value: 'golang:1.24-bookworm', origin: at('go', 'toolchain') };
  const languages = { go: go(['mvdan.cc/gofumpt@v0.7.0', 'golang.org/x/tools/cmd/stringer@v0.28.0'], { toolchain }) };
  expect(lowered(stage('scratch', { languages }))).toBe(`(program
  (stage go
    (from "golang:1.24-bookworm")
    (install
      (comment "Go programs")
      go
      (command "go install -trimpath -ldflags='-s -w'")
      (packages "mvdan.cc/gofumpt@v0.7.0")
      (caches (mount cache (target "/var/cache/go/mod")) (mount cache (target "/var/cache/go/build")))
      (environment CGO_ENABLED "0")
      (environment GOBIN "/opt/go/bin")
      (environment GOCACHE "/var/cache/go/build")
      (environment GOMODCACHE "/var/cache/go/mod")
      sortable)
    (install go
      (command "go install -trimpath -ldflags='-s -w'")
      (packages "golang.org/x/tools/cmd/stringer@v0.28.0")
      (caches (mount cache (target "/var/cache/go/mod")) (mount cache (target "/var/cache/go/build")))
      (environment CGO_ENABLED "0")
      (environment GOBIN "/opt/go/bin")
      (environment GOCACHE "/var/cache/go/build")
      (environment GOMODCACHE "/var/cache/go/mod")
      sortable))
  (stage
    (from "scratch")
    (copy
      (comment "Go programs, made in the stage \\"go\\"")
      (from stage go)
      (sources "/opt/go/bin/")
      (to "/usr/local/bin/"))))
`);
});

it("takes the distribution's go, or the one of the base", () => {
  expect(lowered(stage('debian:trixie-slim', { languages: { go: go(['mvdan.cc/gofumpt@latest']) } }))).toContain(
    '(packages "ca-certificates" "golang-go")',
  );
  expect(lowered(stage('golang:1.24', { languages: { go: go(['mvdan.cc/gofumpt@latest'], { cgo: true }) } }))).toContain(`(stage go
    (from "golang:1.24")
    (install
      (comment "Go programs")
      go
      (command "go install -trimpath -ldflags='-s -w'")
      (packages "mvdan.cc/gofumpt@latest")
      (caches (mount cache (target "/var/cache/go/mod")) (mount cache (target "/var/cache/go/build")))
      (environment GOBIN "/opt/go/bin")
      (environment GOCACHE "/var/cache/go/build")
      (environment GOMODCACHE "/var/cache/go/mod")
      sortable))`);
});

it('refuses what is no package path, and one without a version', () => {
  expect(faults(stage('debian:trixie', { languages: { go: go(['./cmd/tool', 'mvdan.cc/gofumpt', 'mvdan.cc/sh/v3/cmd/shfmt@']) } }))).toEqual([
    `missing-version: "mvdan.cc/gofumpt" has no version | write 'mvdan.cc/gofumpt@v1.2.3', or 'mvdan.cc/gofumpt@latest'`,
    `missing-version: "mvdan.cc/sh/v3/cmd/shfmt@" has no version | write 'mvdan.cc/sh/v3/cmd/shfmt@v1.2.3', or 'mvdan.cc/sh/v3/cmd/shfmt@latest'`,
    `bad-package-name: "./cmd/tool" is not the name of a package for go | write it as go has it: 'mvdan.cc/gofumpt@v0.7.0' or 'golang.org/x/tools/cmd/stringer@latest'`,
  ]);
});
