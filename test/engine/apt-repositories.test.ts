/**
 * Repositories and downloaded packages of apt, for real: a signed repository besides the base's own, its key by path, file and address, and what a wrong key or
 * checksum does. Addresses are the base's own, read from it; the key by address comes from this machine.
 */

import { createHash } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AptKey, AptRepository, ImageDefinition } from '../../src/spec/types.js';
import { describeEngine, docker } from '../support/engine.js';
import { imagewright } from '../support/project.js';
import { serve, type Served } from '../support/serve.js';

const BASE = 'debian:bookworm-slim';
const IMAGE = 'apt-repositories-test:1';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** Keys of earlier archives, in the base too: good for nothing today. */
const OLD_KEYRING = '/usr/share/keyrings/debian-archive-removed-keys.gpg';
/** It is in both archives, and newer in this one, which has to be asked for by name. */
const PACKAGE = 'tmux/bookworm-backports';

/** What other builds do to the lists that are kept would change what is seen here. */
const cacheOfOurOwn = ['--build-arg', `BUILDKIT_CACHE_MOUNT_NS=${IMAGE}`];

describeEngine('repositories of apt', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-')));
  let archive: string;
  let keys: Served;
  let keyAddress: { readonly url: string; readonly sha256: string };

  beforeAll(async () => {
    archive = inBase(String.raw`sed -nE 's#^deb (\[[^]]*\] )?(https?://[^ ]+) bookworm main.*#\2#p' /etc/apt/sources.list`).trim();
    const key = Buffer.from(inBase(`base64 ${KEYRING}`), 'base64');
    writeFileSync(join(folder, 'archive.gpg'), key);
    keys = await serve(key);
    keyAddress = { url: `${keys.url}/archive.gpg`, sha256: createHash('sha256').update(key).digest('hex') };
  });

  afterAll(() => {
    keys.stop();
    docker(['image', 'rm', '--force', IMAGE]);
    rmSync(folder, { recursive: true, force: true });
  });

  const backports = (key: AptKey): AptRepository => ({ uri: archive, suites: 'bookworm-backports', components: 'main', key });
  const withKey = (key: AptKey): ImageDefinition => ({
    base: BASE,
    apt: { packages: [PACKAGE], repositories: [backports(key)] },
  });

  function build(definition: ImageDefinition, ...options: readonly string[]): void {
    const [name, version] = IMAGE.split(':');
    writeFileSync(join(folder, 'image.json'), JSON.stringify({ name, version, ...definition }));
    imagewright(['build', 'image.json', '--', ...options, ...cacheOfOurOwn], folder);
  }

  function installed(): string {
    return docker(['run', '--rm', IMAGE, 'sh', '-c', "dpkg-query -W -f '${Version}\\n' tmux; tmux -V"]);
  }

  it.each<[string, () => AptKey]>([
    ['in the base', () => KEYRING],
    ['in the context', () => ({ file: 'archive.gpg' })],
    ['at an address', () => keyAddress],
  ])('are trusted by a key %s', (_, key) => {
    build(withKey(key()));
    expect(installed()).toMatch(/^[^\n]*~bpo12\+[^\n]*\ntmux \d/);
  });

  it('fail the build when the key is another, even where lists that the right one was good for are kept', () => {
    build(withKey(KEYRING), '--no-cache');
    expect(() => build(withKey(OLD_KEYRING))).toThrow('the previous index files will be used');
  });

  it('are left out of the image that a downloaded package is in, which is checked before it is installed', () => {
    const shown = inBase('apt-get update -qq && apt-cache show hello');
    const [, path = ''] = /^Filename: (.+)$/m.exec(shown) ?? [];
    const [, sha256 = ''] = /^SHA256: (.+)$/m.exec(shown) ?? [];
    const deb: { readonly url: string; readonly sha256: string } = { url: `${archive.replace(/\/$/, '')}/${path}`, sha256 };
    build({ base: BASE, apt: { debs: [deb] } });
    expect(docker(['run', '--rm', IMAGE, 'sh', '-c', 'hello; ls /etc/apt/sources.list.d; find / -xdev -name "*.deb"'])).toBe('Hello, world!\n');
    expect(() => build({ base: BASE, apt: { debs: [{ ...deb, sha256: '0'.repeat(64) }] } })).toThrow('what was downloaded has another checksum');
  });
});

function inBase(script: string): string {
  return docker(['run', '--rm', BASE, 'sh', '-c', script]);
}
