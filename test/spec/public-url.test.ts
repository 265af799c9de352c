import { expect, it } from 'vitest';
import { publicUrl, sourceUrl } from '../../src/spec/public-url.js';

it.each([
  ['https://example.org/tides.git', 'https://example.org/tides'],
  ['https://ada:s3cret@example.org/team/tides.git', 'https://example.org/team/tides'],
  ['https://x-access-token:t0ken@example.org/team/tides', 'https://example.org/team/tides'],
  ['https://example.org/team/tides?private_token=t0ken#main', 'https://example.org/team/tides'],
  ['git+https://example.org/team/tides.git', 'https://example.org/team/tides'],
  ['git+ssh://git@example.org/team/tides.git', 'https://example.org/team/tides'],
  ['ssh://git@example.org:2222/team/tides.git', 'https://example.org/team/tides'],
  ['ssh://ada:s3cret@example.org/team/tides.git', 'https://example.org/team/tides'],
  ['git://example.org/team/tides.git', 'https://example.org/team/tides'],
  ['git@example.org:team/tides.git', 'https://example.org/team/tides'],
  ['git@example.org:/team/tides.git', 'https://example.org/team/tides'],
  ['example.org:team/tides', 'https://example.org/team/tides'],
  ['http://example.org:8080/tides', 'http://example.org:8080/tides'],
  ['team/tides', 'https://github.com/team/tides'],
  ['github:team/tides', 'https://github.com/team/tides'],
  ['gitlab:team/tides', 'https://gitlab.com/team/tides'],
  ['bitbucket:team/tides', 'https://bitbucket.org/team/tides'],
  ['gist:11081aaa281', 'https://gist.github.com/11081aaa281'],
])('the source %s is public as %s', (written, address) => {
  expect(sourceUrl(written)).toBe(address);
});

it.each([
  '/srv/git/tides.git',
  '../tides',
  './tides',
  'file:///srv/git/tides.git',
  'C:\\git\\tides',
  'C:/git/tides',
  'work:team/tides.git',
  'tides',
  '',
])('the source %j is nobody else’s', (written) => {
  expect(sourceUrl(written)).toBeUndefined();
});

it('an address keeps its query and its fragment, and no credentials', () => {
  expect(publicUrl('https://ada:s3cret@example.org/tides?page=2#readme')).toBe('https://example.org/tides?page=2#readme');
  expect(publicUrl('example.org/tides')).toBeUndefined();
  expect(publicUrl('javascript:alert(1)')).toBeUndefined();
});
