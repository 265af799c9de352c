import { describe, expect, it } from 'vitest';
import type { ImageDefinition } from '../../src/spec/types.js';
import { dockerfile } from './dockerfile.js';
import { faults, located, stage, system } from './specs.js';

const variables = (bundle: string, names = ALL) => `ENV ${names.map((name) => `${name}=${bundle}`).join(' \\\n    ')}\n`;
const ALL = ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'PIP_CERT', 'NODE_EXTRA_CA_CERTS', 'CURL_CA_BUNDLE', 'GIT_SSL_CAINFO', 'CARGO_HTTP_CAINFO'];

const DEBIAN = '/etc/ssl/certs/ca-certificates.crt';
const CACHES = `--mount=type=cache,target=/var/cache/apt,sharing=locked \\
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\
    `;
const byHand = `COPY --chmod=644 corp-ca.crt /usr/local/share/ca-certificates/corp-ca.crt

RUN mkdir -p /etc/ssl/certs && \\
    sed '' /usr/local/share/ca-certificates/corp-ca.crt >> ${DEBIAN}

${variables(DEBIAN)}`;

describe('on Debian they are trusted before the first package is fetched, and belong to the bundle behind it', () => {
  const definition: ImageDefinition = { base: 'debian:bookworm-slim', certificates: ['corp-ca.crt'], apt: ['git'] };

  it('with caches', () => {
    expect(dockerfile(definition)).toBe(`FROM debian:bookworm-slim

${byHand}
RUN ${CACHES}apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index \\
        ca-certificates \\
        git && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log

RUN update-ca-certificates
`);
  });

  it('with the fewest layers', () => {
    expect(dockerfile({ ...definition, layers: 'fewest' })).toBe(`FROM debian:bookworm-slim

${byHand}
RUN apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
        ca-certificates \\
        git && \\
    rm -rf /var/lib/apt/lists/* && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log && \\
    update-ca-certificates
`);
  });

  it('as written', () => {
    expect(dockerfile({ ...definition, layers: 'as-written' })).toBe(`FROM debian:bookworm-slim

${byHand}
RUN apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
        git \\
        ca-certificates

RUN update-ca-certificates
`);
  });
});

it.each([
  ['fedora:41', '/etc/pki/ca-trust/source/anchors', 'update-ca-trust', '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem'],
  ['redhat/ubi9-minimal:9.4', '/etc/pki/ca-trust/source/anchors', 'update-ca-trust', '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem'],
  ['opensuse/leap:15.6', '/etc/pki/trust/anchors', 'update-ca-certificates', '/var/lib/ca-certificates/ca-bundle.pem'],
  ['archlinux:base', '/etc/ca-certificates/trust-source/anchors', 'update-ca-trust', DEBIAN],
])('%s has what makes the bundle, so that no package is needed', (base, folder, update, bundle) => {
  expect(dockerfile({ base, certificates: 'corp-ca.crt' })).toBe(`FROM ${base}

COPY --chmod=644 corp-ca.crt ${folder}/corp-ca.crt

RUN ${update}

${variables(bundle)}`);
});

it('on Alpine, whose packages come by https, too', () => {
  expect(dockerfile({ base: 'alpine:3.20', certificates: 'corp-ca.crt', layers: 'fewest' })).toBe(`FROM alpine:3.20

${byHand}
RUN apk add --update-cache --no-cache ca-certificates && \\
    update-ca-certificates
`);
});

it('changes the mode in a run where the builder has no COPY --chmod', () => {
  const text = dockerfile({ base: 'fedora:41', certificates: 'corp-ca.crt', dockerfile: { for: 'legacy', comments: false } });
  expect(text.slice(0, text.indexOf('ENV'))).toBe(`FROM fedora:41

COPY corp-ca.crt /etc/pki/ca-trust/source/anchors/corp-ca.crt

RUN chmod 644 /etc/pki/ca-trust/source/anchors/corp-ca.crt && \\
    update-ca-trust

`);
});

it('gives several files names that the distribution takes, and says what they are', () => {
  const text = dockerfile({ base: 'fedora:41', certificates: ['certs/Corp Root.pem', 'b.CER', 'c'], dockerfile: {} });
  expect(text).toBe(`FROM fedora:41

# Certificates
COPY --chmod=644 ["certs/Corp Root.pem", "/etc/pki/ca-trust/source/anchors/Corp_Root.crt"]
COPY --chmod=644 b.CER /etc/pki/ca-trust/source/anchors/b.crt
COPY --chmod=644 c /etc/pki/ca-trust/source/anchors/c.crt

RUN update-ca-trust

${variables('/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem')}`);
});

it('takes several by hand, one after the other', () => {
  expect(dockerfile({ base: 'debian:bookworm-slim', certificates: ['a.crt', 'b.crt'] })).toContain(
    "sed '' /usr/local/share/ca-certificates/a.crt /usr/local/share/ca-certificates/b.crt >> /etc/ssl/certs/ca-certificates.crt\n",
  );
});

it("leaves the author's own variables alone", () => {
  const env = { PIP_CERT: '/srv/other.pem' };
  expect(dockerfile({ base: 'fedora:41', certificates: 'corp-ca.crt', env })).toContain(
    variables(
      '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
      ALL.filter((name) => name !== 'PIP_CERT'),
    ).replace(/\n$/, ' \\\n    PIP_CERT=/srv/other.pem\n'),
  );
});

it('makes them known as root, and leaves the image to who it is for', () => {
  expect(dockerfile({ base: 'mambaorg/micromamba:2.0.5', certificates: 'corp-ca.crt' })).toBe(`FROM mambaorg/micromamba:2.0.5

USER root

${byHand}
RUN ${CACHES}apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index \\
        ca-certificates && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log

RUN update-ca-certificates

USER mambauser
`);
});

it('has them in the stages that something is made in for the image', () => {
  const text = dockerfile({
    base: 'debian:bookworm-slim',
    certificates: 'corp-ca.crt',
    apt: { build: ['gcc'] },
    pip: ['numpy'],
    cargo: ['ripgrep@14.1.1'],
    conda: { packages: ['samtools'] },
    npm: { packages: ['serve'] },
  });
  const stages = text.split(/^(?=FROM)/m);
  expect(stages.map((lines) => [/AS (\S+)/.exec(lines)?.[1], lines.includes(byHand), lines.includes('RUN update-ca-certificates\n')])).toEqual([
    ['build', true, true],
    ['conda', true, true],
    ['cargo', true, true],
    ['npm', true, true],
    [undefined, true, true],
  ]);
});

it('does not say again what a stage below has said', () => {
  const stages = { tools: { base: 'debian:bookworm-slim', certificates: ['corp-ca.crt'] } };
  const after = (certificates: readonly string[]) =>
    dockerfile({ base: { stage: 'tools' }, certificates, stages })
      .split('FROM tools\n')
      .at(-1);
  expect(after(['corp-ca.crt'])).toBe('');
  expect(after(['corp-ca.crt', 'lab-ca.crt'])).toBe(`
COPY --chmod=644 lab-ca.crt /usr/local/share/ca-certificates/lab-ca.crt

RUN update-ca-certificates
`);
});

it('is merged with what presets say', () => {
  const preset = { certificates: 'corp-ca.crt' };
  const text = dockerfile({ base: 'fedora:41', presets: [preset], certificates: ['corp-ca.crt', 'lab-ca.crt'] });
  expect(text.match(/^COPY.*$/gm)).toEqual([
    'COPY --chmod=644 corp-ca.crt /etc/pki/ca-trust/source/anchors/corp-ca.crt',
    'COPY --chmod=644 lab-ca.crt /etc/pki/ca-trust/source/anchors/lab-ca.crt',
  ]);
});

describe('refuses', () => {
  const certificates = located(['corp-ca.crt'], 'certificates');

  it.each(['scratch', 'gcr.io/distroless/base-debian12', 'mcr.microsoft.com/windows/servercore:ltsc2022', 'redhat/ubi9-micro'])('%s', (base) => {
    expect(faults(stage(base, { certificates }))).toEqual([
      `no-trust-store: "${base}" has no store of certificates, nor anything to make one with | copy one from a stage that has it: copy: [{ stage: 'build', from: '/etc/ssl/certs/ca-certificates.crt', to: '/etc/ssl/certs/' }]`,
    ]);
  });

  it('an image that is not known', () => {
    expect(faults(stage('registry.example.org/team/app:1', { certificates }))).toEqual([
      `unknown-base: "registry.example.org/team/app:1" is not a base image that imagewright knows, and where certificates go depends on its distribution | say what it is made from: base: { image: 'registry.example.org/team/app:1', distro: 'debian:bookworm' }`,
    ]);
  });

  it('an image of tools that is not known', () => {
    const toolchain = { value: 'registry.example.org/rust:1', origin: { path: ['cargo', 'toolchain'] } };
    const cargo = { packages: located(['ripgrep@14.1.1'], 'cargo'), locked: true, toolchain, origin: { path: ['cargo'] } };
    expect(faults(stage('debian:bookworm', { certificates, languages: { cargo } }))).toEqual([
      `unknown-base: "registry.example.org/rust:1" is not a base image that imagewright knows, and where its certificates go depends on its distribution | make what it makes in a stage of your own: base: { image: 'registry.example.org/rust:1', distro: 'debian:bookworm' }`,
    ]);
  });

  it('two files of one name', () => {
    expect(faults(stage('debian:bookworm', { certificates: located(['a/ca.crt', 'b/ca.pem'], 'certificates') }))).toEqual([
      'taken-name: "b/ca.pem" would be "ca.crt" in the image, as "a/ca.crt" is | give one of the files another name',
    ]);
  });

  it('a file of the name that one of a stage below has', () => {
    const below = stage('debian:bookworm', { name: 'below', certificates: located(['a/ca.crt'], 'certificates') });
    const base = { kind: 'stage' as const, stage: 'below', origin: { path: ['base'] } };
    expect(faults(below, stage('', { base, certificates: located(['b/ca.crt'], 'certificates'), system: [system('apt', ['git'])] }))).toEqual([
      'taken-name: "b/ca.crt" would be "ca.crt" in the image, as "a/ca.crt" is | give one of the files another name',
    ]);
  });
});
