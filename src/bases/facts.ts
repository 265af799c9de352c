/**
 * What is known of a base image, and what a family of images tells about its tags. Data only; `base-facts.ts` looks it up.
 */

export type ManagerName = 'apt' | 'apk' | 'dnf' | 'zypper' | 'pacman';

export type DistroName =
  | 'debian'
  | 'ubuntu'
  | 'alpine'
  | 'fedora'
  | 'rhel'
  | 'rockylinux'
  | 'almalinux'
  | 'centos'
  | 'leap'
  | 'tumbleweed'
  | 'archlinux'
  | 'windows'
  | 'scratch';

export interface BaseFacts {
  readonly distro: DistroName;
  /** As a person says it: `Alpine Linux`. */
  readonly title: string;
  /** `bookworm`, `24.04`, `3.20`, `9`; undefined where the tag does not say it: a bare tag moves, so nothing is guessed from it. */
  readonly release?: string;
  /** Undefined: there is none (scratch, distroless). */
  readonly manager?: ManagerName;
  /** Name of the manager's command, where it is another than usual: `microdnf`. */
  readonly managerCommand?: string;
  readonly python: PythonFacts;
  /** Whether the distro's python may refuse `pip install` outside a virtual environment; true where it is not certain. */
  readonly pep668: boolean;
  /** Accounts of the base, as far as they are certain. */
  readonly users: readonly BaseUser[];
  /** Whether `users` has every account with a uid of 1000 or more. */
  readonly usersComplete: boolean;
  /** The user that the base's configuration names; root when absent. */
  readonly defaultUser?: string;
  /** How an account is made; undefined: it cannot be. */
  readonly accounts?: AccountTool;
  /** Whether apt's archives are deleted after each run (`/etc/apt/apt.conf.d/docker-clean`), so that a cache mount would stay empty. */
  readonly dockerClean: boolean;
  /** Undefined: nothing can be run in shell form. `cmd`: what shell form means on Windows, and no POSIX shell. */
  readonly shell?: string;
  /** How it comes to trust an authority; undefined: it has nothing to trust with. */
  readonly trust?: TrustStore;
  /** Package of the time zones; undefined: none can be had. */
  readonly zones?: string;
  /** How it comes by a locale; undefined: by none but those of C. */
  readonly locales?: LocaleFacts;
  /** Whether its root folder has the folders that every Linux has there, and no other: `/app` is not in it. */
  readonly standardRoot?: true;
  /** Programs of a language that the image is made for, on PATH: `cargo`, `npm`; none when absent. */
  readonly tools?: readonly string[];
}

export type PythonFacts =
  /** The image's own, apart from the distro's: pip installs into it. */
  | { readonly kind: 'own' }
  /** To be had from the distro, by these packages: the interpreter, what its `venv` module needs besides, and its pip. */
  | {
      readonly kind: 'distro';
      readonly command: string;
      readonly packages: readonly string[];
      readonly venvPackages: readonly string[];
      readonly pipPackages: readonly string[];
    }
  | { readonly kind: 'none' };

export interface BaseUser {
  readonly name: string;
  /** Undefined where it differs between versions. */
  readonly uid?: number;
  readonly gid?: number;
}

export interface AccountTool {
  /** `useradd` of shadow, or the `adduser` of busybox. */
  readonly command: 'useradd' | 'adduser';
  /** A package that has to be installed first. */
  readonly package?: string;
}

/** The authorities that a distribution trusts. */
export interface TrustStore {
  /** Folder of those that are added to its own: files that end with `.crt`. */
  readonly folder: string;
  /** All of them in one file. */
  readonly bundle: string;
  /** What makes that file anew. */
  readonly update: string;
  /** What brings that program, where an image may lack it; then the file may be missing, too. */
  readonly package?: string;
}

export type LocaleFacts =
  /** Made by `localedef`, from what this package has; undefined: from what each image has, of these languages. */
  | { readonly kind: 'made'; readonly package: string }
  | { readonly kind: 'made'; readonly package?: undefined; readonly languages: readonly string[] }
  /** In a package: one for all, or one for each language, whose code its name ends with. */
  | { readonly kind: 'packaged'; readonly package: string; readonly isOfLanguage: boolean }
  /** The C library takes any name, and does nothing for it. */
  | { readonly kind: 'names' };

/** What a tag without a release meant when somebody looked. For people: such tags move, so no fact follows from it. */
export interface MovingTag {
  readonly release: string;
  /** Month from which it holds. */
  readonly since: string;
  /** Whether it is known to hold for all tags that people use today; false: remembered, or true of newer versions only. */
  readonly certain: boolean;
}

export interface BaseFamily {
  /** Canonical repository names: `docker.io/library/debian`; one that ends in `/` stands for all below it. */
  readonly repositories: readonly string[];
  /** See BaseFacts. */
  readonly standardRoot?: true;
  /** What tags that do not name a release meant. */
  readonly moving?: MovingTag;
  /** The facts for an image; undefined: not known (Windows, say). */
  readonly facts: (image: FamilyImage) => BaseFacts | undefined;
}

export interface FamilyImage {
  /** Canonical repository name. */
  readonly repository: string;
  /** `latest` when neither tag nor digest is given; undefined for a digest alone. */
  readonly tag?: string;
}
