/** docker-bake.json, as `docker buildx bake` reads it: an image that stands on another, and copies from a third, none of which was built before. */

import { rmSync } from 'node:fs';
import { afterAll, expect, it, vi } from 'vitest';
import { folderWith } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';
import { imagewright } from '../support/project.js';

const image = `const sea = { name: 'g-bake-sea', base: 'debian:bookworm-slim', args: { SEA_LEVEL: null }, run: ['echo "level $SEA_LEVEL" > /sea'] };
const moon = { name: 'team/g-bake-moon', registry: 'registry.example.org', version: '1', base: 'debian:bookworm-slim', context: 'sky', copy: { moon: '/moon' } };
export default {
  tide: {
    name: 'g-bake-tide',
    version: '1',
    base: sea,
    copy: [{ image: 'registry.example.org/team/g-bake-moon:1', from: '/moon', to: '/moon' }],
    cmd: ['cat', '/sea', '/moon'],
  },
  sea,
  moon,
};
`;

const tags = ['g-bake-tide:1', 'g-bake-sea:latest', 'registry.example.org/team/g-bake-moon:1'];

describeEngine('docker buildx bake', () => {
  afterAll(() => {
    vi.unstubAllEnvs();
    for (const tag of tags) docker(['image', 'rm', '--force', tag]);
  });

  it('builds all images of a project, each after those that it is made from', () => {
    const folder = folderWith({ 'image.ts': image, 'sky/moon': 'full\n' });
    imagewright(['generate'], folder);
    imagewright(['generate', '--format', 'bake'], folder);
    rmSync(`${folder}/image.ts`);
    const printed = JSON.parse(docker(['buildx', 'bake', '--print'], { cwd: folder })) as { target: Record<string, { args?: object }> };
    expect(Object.keys(printed.target).sort()).toEqual(['moon', 'sea', 'tide']);
    expect(printed.target['sea']?.args).toBeUndefined();
    vi.stubEnv('SEA_LEVEL', '3');
    docker(['buildx', 'bake', '--load'], { cwd: folder });
    expect(docker(['run', '--rm', 'g-bake-tide:1'])).toBe('level 3\nfull\n');
    const label = '{{index .Config.Labels "imagewright.project"}}';
    expect(docker(['image', 'inspect', '--format', label, ...tags])).toBe('g-bake-tide\ng-bake-sea\nregistry.example.org/team/g-bake-moon\n');
  });
});
