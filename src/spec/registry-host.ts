/**
 * registryHost(): the host, with its port, that a repository is on; undefined where it names none: then it is Docker Hub's, for docker.
 *
 *     registry.example.org:5000/team/tool -> registry.example.org:5000        team/tool -> undefined
 */

export function registryHost(repository: string): string | undefined {
  const [first = '', ...path] = repository.split('/');
  return path.length > 0 && (/[.:]/.test(first) || first === 'localhost') ? first : undefined;
}
