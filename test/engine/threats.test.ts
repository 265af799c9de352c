/** Proxies: whoever builds gives them, and nobody finds them in the image. */

import { afterAll, expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import { describeEngine, docker } from '../support/engine.js';
import { scanImage } from '../support/image-canary.js';

const IMAGE = `threats-test:${process.pid}`;
const CANARY = 'c4n4ry-of-the-proxy';

describeEngine('a proxy with a password (threats 6 and 13)', () => {
  const PROXY = `HTTPS_PROXY=http://tide:${CANARY}@proxy.example.org:3128`;
  afterAll(() => void docker(['image', 'rm', '--force', IMAGE]));

  const compiled = compile({ base: 'debian:bookworm-slim', run: ['test "$HTTPS_PROXY" = "$https_proxy" && echo tide > /tide'] });
  const build = (...options: readonly string[]): string => {
    if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
    docker(['build', '--quiet', '--tag', IMAGE, ...options, '-'], { input: compiled.dockerfile });
    return docker(['image', 'inspect', '--format', '{{json .RootFS}} {{json .Config}}', IMAGE]);
  };

  it('reaches commands, changes nothing of the image, and is in none of its blobs', async () => {
    const without = build();
    expect(build('--build-arg', PROXY)).toBe(without);
    const { found, read } = await scanImage(IMAGE, CANARY);
    expect(found).toEqual([]);
    expect(read['attestation']).toBeGreaterThan(0);
  });

  it('would be found where the attestation holds all build arguments', async () => {
    build('--build-arg', PROXY, '--provenance=mode=max');
    expect((await scanImage(IMAGE, CANARY)).found).toEqual(['attestation']);
  });
});
