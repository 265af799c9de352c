/**
 * registryHost(): the host, with its port, that the name of an image says; undefined where it says none: then it is of Docker Hub, or of this machine.
 *
 *     registry.example.org:5000/team/tool:1 -> registry.example.org:5000        team/tool:1 -> undefined
 */

export function registryHost(name: string): string | undefined {
  const [first = '', ...path] = name.split('/');
  return path.length > 0 && (/[.:]/.test(first) || first === 'localhost') ? first : undefined;
}
