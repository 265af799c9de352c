/**
 * registryCache(): the repository of a cache that is kept in a registry, as `--cache-from` and `--cache-to` have it; undefined for a cache that is kept elsewhere.
 *
 *     registry.example.org/tides-cache                                registry.example.org/tides-cache
 *     type=registry,ref=registry.example.org/tides-cache,mode=max     registry.example.org/tides-cache
 *     type=gha                                                        undefined
 */

export function registryCache(cache: string): string | undefined {
  const fields = cache.split(',');
  if (!fields.some((field) => field.includes('='))) return cache;
  return fields.includes('type=registry') ? fields.find((field) => field.startsWith('ref='))?.slice('ref='.length) : undefined;
}
