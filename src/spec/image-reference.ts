/** Takes an image reference apart: `registry.example.org:5000/team/tool:1.2@sha256:…`. */

export interface ImageReference {
  /** Without the digest: `registry.example.org:5000/team/tool:1.2`. */
  readonly name: string;
  /** Without tag and digest: `registry.example.org:5000/team/tool`. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

export function imageReference(reference: string): ImageReference {
  const at = reference.indexOf('@');
  const name = at < 0 ? reference : reference.slice(0, at);
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  const repository = colon < 0 ? name : name.slice(0, colon);
  return { name, repository, ...(colon < 0 ? {} : { tag: name.slice(colon + 1) }), ...(at < 0 ? {} : { digest: reference.slice(at + 1) }) };
}
