import { expect, test } from 'vitest';
import { rpmRepository } from '../../src/lower/rpm-repository.js';

test('takes packages only with a signature, by the key that is named or by one that is known', () => {
  expect(rpmRepository({ name: 'tools', uri: 'https://packages.example.org/$basearch/', keyFile: '/etc/pki/rpm-gpg/tools.asc' })).toBe(`[tools]
name=tools
baseurl=https://packages.example.org/$basearch/
enabled=1
gpgcheck=1
gpgkey=file:///etc/pki/rpm-gpg/tools.asc
`);
  expect(rpmRepository({ name: 'tools', uri: 'https://packages.example.org/' })).toBe(`[tools]
name=tools
baseurl=https://packages.example.org/
enabled=1
gpgcheck=1
`);
});
