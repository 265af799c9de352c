/**
 * checkCertificates(): whether the files under `certificates` hold what they should: certificates, as text, and no private key. Loaded only where there are any.
 *
 * In: the spec and the folder of the context, in which the files are. Out: an error for each that would make nothing known, or a secret (`bad-certificate`,
 * `private-key`).
 */

import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics.js';
import type { ImageSpec } from '../spec/spec.js';
import { shellQuoted } from './shell-quoted.js';

export function checkCertificates({ stages }: ImageSpec, folder: string): readonly Diagnostic[] {
  const files = new Map(stages.flatMap(({ certificates }) => certificates.map(({ value, origin }) => [value, origin])));
  return [...files].flatMap(([file, origin]) => {
    const fault = faultOf(file, readFileSync(join(folder, file)));
    return fault === undefined ? [] : [{ severity: 'error' as const, origin, ...fault }];
  });
}

/** What a certificate in binary begins with. */
const ASN1_SEQUENCE = 0x30;

type Fault = Pick<Diagnostic, 'code' | 'message' | 'hint'>;

function faultOf(file: string, content: Buffer): Fault | undefined {
  const text = content.toString('latin1');
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(text)) {
    return {
      code: 'private-key',
      message: `"${file}" has a private key in it, which whoever has the image could read`,
      hint: `leave the key out, in another file: openssl ${shellQuoted(['x509', '-in', file, '-out', `${file}.pem`])}`,
    };
  }
  const found = text.match(/^-----BEGIN CERTIFICATE-----$[^]*?^-----END CERTIFICATE-----/gm) ?? [];
  const code = 'bad-certificate';
  if (found.length === 0 && content[0] === ASN1_SEQUENCE && isCertificate(content)) {
    return {
      code,
      message: `"${file}" is a certificate, and not as text`,
      hint: `convert it: openssl ${shellQuoted(['x509', '-inform', 'der', '-in', file, '-out', `${file}.pem`])}`,
    };
  }
  if (found.length === 0) return { code, message: `"${file}" holds no certificate`, hint: 'one begins with a line -----BEGIN CERTIFICATE-----' };
  const bad = found.findIndex((block) => !isCertificate(block)) + 1;
  if (bad === 0) return undefined;
  return {
    code,
    message: `certificate ${bad} in "${file}" cannot be read`,
    hint: `see what is wrong with it: openssl ${shellQuoted(['x509', '-in', file, '-text'])}`,
  };
}

function isCertificate(content: Buffer | string): boolean {
  try {
    return new X509Certificate(content).serialNumber !== '';
  } catch {
    return false;
  }
}
