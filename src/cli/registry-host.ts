/**
 * registryHost(): where an image is pushed to by its name; undefined for one that names only itself.
 *
 *     registry.example.org/team/tides:0.1     registry.example.org
 *     someone/tides                           docker.io
 */

export function registryHost(name: string): string | undefined {
  const [first = '', ...rest] = name.split('/');
  if (rest.length === 0) return undefined;
  return /[.:]|^localhost$/.test(first) ? first : 'docker.io';
}
