/**
 * Authorities that the image trusts besides those of its distribution: of a company whose proxy reads along, say.
 *
 *     certificates: ['corp-ca.crt']
 *
 *     COPY --chmod=644 corp-ca.crt /usr/local/share/ca-certificates/corp-ca.crt
 *     RUN mkdir -p /etc/ssl/certs && sed '' /usr/local/share/ca-certificates/corp-ca.crt >> /etc/ssl/certs/ca-certificates.crt
 *     ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt PIP_CERT=… …
 *     RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates …
 *     RUN update-ca-certificates
 *
 * The first package may come by way of that very proxy: so it is trusted before anything is installed. Where the program that makes the bundle is in every
 * image of the distribution, it does that; elsewhere it comes with a package, and until then the authority is written to the bundle by hand.
 *
 * What a stage below has made known is known, and its program and variables are there. Refuses two files of one name, and a base that has nothing to trust with.
 */

import { posix } from 'node:path';
import type { TrustStore } from '../bases/index.js';
import { hasFeature } from '../ir/features.js';
import type { Copy, Instruction } from '../ir/instruction.js';
import type { Located } from '../origin.js';
import { shellWord } from '../shell-word.js';
import type { EnvSpec } from '../spec/spec.js';
import { DEFAULT_TARGET } from '../target.js';
import { literal } from '../text.js';
import type { StageContext } from './context.js';
import { lowerEnv } from './env.js';
import { generatedRun } from './generated-run.js';
import type { SystemSetting } from './system-setting.js';

/**
 * What programs read that have a bundle of their own: OpenSSL's (Python's `ssl`, uv, cargo and Ruby with it), `requests` (conda, Poetry), pip, Node.js, curl
 * (also R's downloads) and git. Those of the distribution trust its bundle anyway.
 */
const VARIABLES = ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'PIP_CERT', 'NODE_EXTRA_CA_CERTS', 'CURL_CA_BUNDLE', 'GIT_SSL_CAINFO', 'CARGO_HTTP_CAINFO'];

/** Whoever runs the image is to trust them. */
const MODE = '644';

export function planCertificates(context: StageContext): SystemSetting | undefined {
  const { stage, base, target = DEFAULT_TARGET } = context;
  const certificates = stage.certificates.filter(({ value }) => !base.certificates.includes(value));
  const [first] = certificates;
  const trust = first && trustOf(context, first);
  if (!first || !trust) return undefined;
  reportTaken(certificates, context);
  const origins = certificates.map(({ origin }) => origin);
  const files = certificates.map(({ value }) => `${trust.folder}/${nameOf(value)}`);
  const hasChmod = hasFeature(target, 'chmod');
  const copies = withComment(certificates.map((certificate, index) => place(certificate, files[index]!, hasChmod)));
  const readable = hasChmod ? [] : [`chmod ${MODE} ${files.map(shellWord).join(' ')}`];
  const env = base.certificates.length > 0 ? [] : lowerEnv(variables(context, trust, first));
  if (base.certificates.length > 0 || trust.package === undefined) {
    return { systemPackages: [], before: [...copies, ...generatedRun(origins, [...readable, trust.update]), ...env], commands: [], env: [] };
  }
  return {
    systemPackages: [{ value: trust.package, origin: first.origin }],
    before: [...copies, ...generatedRun(origins, [...readable, ...byHand(trust, files)]), ...env],
    commands: generatedRun(origins, [trust.update], 'Certificates, with those of the distribution'),
    env: [],
  };
}

function trustOf({ stage, base, report, isTool }: StageContext, { origin }: Located<string>): TrustStore | undefined {
  // An image of tools has no place to say its distribution in.
  if (isTool && !base.facts) {
    report.error('unknown-base', stage.base.origin, {
      message: `"${base.image}" is not a base image that imagewright knows, and where its certificates go depends on its distribution`,
      hint: `make what it makes in a stage of your own: base: { image: '${base.image}', distro: 'debian:bookworm' }`,
    });
    return undefined;
  }
  const facts = base.requireFacts('where certificates go');
  if (facts && !facts.trust) {
    report.error('no-trust-store', origin, {
      message: `"${base.image}" has no store of certificates, nor anything to make one with`,
      hint: "copy one from a stage that has it: copy: [{ stage: 'build', from: '/etc/ssl/certs/ca-certificates.crt', to: '/etc/ssl/certs/' }]",
    });
  }
  return facts?.trust;
}

/** As it is called in the image: distributions pass over a file that does not end with `.crt`. */
function nameOf(path: string): string {
  const name = posix.basename(path).replace(/(?<=.)\.(?:crt|pem|cer)$/i, '');
  return `${name.replaceAll(/[^A-Za-z0-9._-]/g, '_')}.crt`;
}

function reportTaken(certificates: readonly Located<string>[], { base, report }: StageContext): void {
  for (const [index, { value, origin }] of certificates.entries()) {
    const others = [...base.certificates, ...certificates.slice(0, index).map((other) => other.value)];
    const taken = others.find((other) => nameOf(other) === nameOf(value));
    if (taken === undefined) continue;
    report.error('taken-name', origin, {
      message: `"${value}" would be "${nameOf(value)}" in the image, as "${taken}" is`,
      hint: 'give one of the files another name',
    });
  }
}

function place({ value, origin }: Located<string>, to: string, hasChmod: boolean): Copy {
  return { kind: 'copy', origins: [origin], sources: [value], to, ...(hasChmod ? { chmod: MODE } : {}), exclude: [] };
}

function withComment([first, ...rest]: readonly Copy[]): readonly Instruction[] {
  return first ? [{ ...first, comment: 'Certificates' }, ...rest] : [];
}

/** sed rather than cat: a file without a newline at its end gets one before the next. */
function byHand({ bundle }: TrustStore, files: readonly string[]): readonly string[] {
  return [`mkdir -p ${posix.dirname(bundle)}`, `sed '' ${files.map(shellWord).join(' ')} >> ${bundle}`];
}

/** The author's own stand where they were written. */
function variables({ stage }: StageContext, { bundle }: TrustStore, { origin }: Located<string>): readonly EnvSpec[] {
  const names = VARIABLES.filter((name) => !stage.env.some((entry) => entry.name === name));
  return names.map((name) => ({ name, value: literal(bundle), origin }));
}
