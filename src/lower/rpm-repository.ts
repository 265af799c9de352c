/**
 * rpmRepository(): the text of a `.repo` file, which dnf and zypper share. No package is taken from it without a sound signature.
 *
 *     [packages-example-org-el9]
 *     name=packages-example-org-el9
 *     baseurl=https://packages.example.org/el9/$basearch/
 *     enabled=1
 *     gpgcheck=1
 *     gpgkey=file:///etc/pki/rpm-gpg/packages-example-org-el9.asc
 */

export interface RpmRepository {
  readonly name: string;
  readonly uri: string;
  readonly keyFile?: string;
}

export function rpmRepository({ name, uri, keyFile }: RpmRepository): string {
  const key = keyFile === undefined ? [] : [`gpgkey=file://${keyFile}`];
  return [`[${name}]`, `name=${name}`, `baseurl=${uri}`, 'enabled=1', 'gpgcheck=1', ...key, ''].join('\n');
}
