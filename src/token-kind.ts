/**
 * tokenKind(): what a text has the shape of, where that is a well-known token, a private key or a URL with a password: `a GitHub token`.
 *
 * Leaf module, shared by what checks values and by the rules that read scripts.
 */

const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY/, 'a private key'],
  [/\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_[A-Za-z0-9_]{20,}/, 'a GitHub token'],
  [/\bglpat-[A-Za-z0-9_-]{16,}/, 'a GitLab token'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, 'an AWS access key'],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, 'a Slack token'],
  [/\bpypi-[A-Za-z0-9_-]{16,}/, 'a PyPI token'],
  [/\bnpm_[A-Za-z0-9]{30,}/, 'an npm token'],
  [/\bsk-[A-Za-z0-9_-]{20,}|\bsk_live_[A-Za-z0-9]{16,}/, 'an API key'],
  [/\bAIza[A-Za-z0-9_-]{30,}/, 'a Google API key'],
  [/\bdckr_pat_[A-Za-z0-9_-]{20,}/, 'a Docker token'],
  [/\bhf_[A-Za-z0-9]{30,}/, 'a Hugging Face token'],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./, 'a JSON Web Token'],
  [/[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@$]+@/i, 'a URL with a password'],
];

export function tokenKind(text: string): string | undefined {
  return TOKENS.find(([shape]) => shape.test(text))?.[1];
}
