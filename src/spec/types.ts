/**
 * The language: what may stand in `image.ts`. This file is the manual; half of it is documentation, on purpose.
 *
 * A definition says *what* the image is to hold; the compiler chooses the order and the form of the instructions. Every field has a short form (a string,
 * a list, a record) and most have a long form (an object); the short form is sugar. Where order matters, say it with `steps`.
 *
 * Strings are literal: `$`, quotes and backslashes mean themselves, in `env`, `labels`, `copy` and everywhere else. Where the builder is to expand a
 * variable, write `expand('/opt/bin:$PATH')`. Control and bidirectional characters are refused in every field that is not a script or the content of a file
 * (error `control-character`).
 *
 * The types catch mistakes in the editor; the schema (`schema/`) catches the same, and more, when a definition is compiled, so that plain JavaScript and JSON
 * are as safe. All helpers return plain data with a `kind`, which JSON may write itself: `copy('src', '/app')` is `{ "kind": "copy", "from": "src", "to": "/app" }`.
 *
 * Two or more parts (presets, then the definition) are merged field by field: of scalars the later wins; lists concatenate, and those whose order has no
 * meaning (packages, ports, volumes, …) lose their duplicates; records merge by key; `override(…)` replaces what came before. Argument lists (`cmd`,
 * `entrypoint`, `shell`) are scalars.
 */

import type { LayerPolicy } from '../layer-policy.js';
import type { LintLevel } from '../lint-level.js';
import type { RuleName } from '../rule-names.js';
import type { definedBrand } from './brand.js';

// ---------------------------------------------------------------------------------------------------------------------------------------------------------
// Small words of the language
// ---------------------------------------------------------------------------------------------------------------------------------------------------------

/**
 * A path in the image, from its root: `/opt/app`; in an image of Windows, `C:/app` or `C:\\app`, too. Errors `relative-path`, `windows-path`.
 */
export type AbsolutePath = `/${string}` | `${'C' | 'D' | 'c' | 'd'}:${'/' | '\\'}${string}`;

/**
 * A port or a range of ports that the image listens on, 0–65535: `8080`, `'53/udp'`, `'8000-8010/tcp'`.
 *
 * Without a protocol it is tcp. Error `bad-port`.
 */
export type Port = number | PortText | `${PortText}/${'tcp' | 'udp' | 'sctp'}`;

/** A port that is published, as `docker run -p` takes it: `8080`, `'8080:80'`, `'127.0.0.1:8080:80/tcp'`. Error `bad-port`. */
export type PublishedPort = number | string;

type PortText = `${number}` | `${number}-${number}`;

/**
 * A span of time as Go writes it: `'30s'`, `'1m30s'`, `'500ms'`; at least 1 ms. Error `bad-duration`.
 */
export type Duration = `${Digit}${string}` &
  (
    | `${number}h`
    | `${number}m`
    | `${number}s`
    | `${number}ms`
    | `${number}h${number}m`
    | `${number}h${number}s`
    | `${number}h${number}m${number}s`
    | `${number}m${number}s`
    | `${number}s${number}ms`
  );

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Text in which the builder expands variables; what `expand()` and `prependPath()` return. */
export interface Expansion {
  readonly kind: 'expand';
  /** `$NAME`, `${NAME}` and `${NAME:-word}` are variables; `\$` is a dollar sign and `\\` a backslash. Error `bad-expansion`. */
  readonly text: string;
}

/** A value that replaces what presets said, instead of being merged with it; what `override()` returns. */
export interface Override<T> {
  readonly kind: 'override';
  readonly value: T;
}

/**
 * The value of an environment variable or a build argument's default: literal text (a number is written in decimal), or `expand('…')`.
 *
 * Errors: `control-character` (a newline cannot be carried), `literal-secret`.
 */
export type Value = string | number | Expansion;

/** Variables by name. Errors: `bad-name` (empty, `=`, a blank, a leading digit), `literal-secret`. */
export type Variables = Readonly<Record<string, Value>>;

/**
 * The form of a command: a list is the exec form (run as it is, no shell: signals arrive), a string is the shell form (`/bin/sh -c`, or what `shell` says).
 *
 * @example ['snakemake', '--cores', '1']
 * @example 'make run'
 */
export type Command = string | readonly string[];

/**
 * Owner of a file: `'app'`, `'app:staff'`, `'1000:1000'`. Error `bad-user`.
 */
export type Owner = string;

/** Permissions in octal: `'755'`, `'0644'`. Error `bad-mode`. */
export type Mode = `${number}`;

/**
 * Permissions in octal, or a change of what the source has, as `chmod` takes it: `'755'`, `'u=rwX,go=rX'`. Error `bad-mode`.
 */
export type ModeChange = Mode | `${'u' | 'g' | 'o' | 'a' | '+' | '-' | '='}${string}`;

/** Region and city: `'Europe/Berlin'`; or `'UTC'`. Error `bad-timezone`. */
export type Timezone =
  'UTC' | `${'Africa' | 'America' | 'Antarctica' | 'Arctic' | 'Asia' | 'Atlantic' | 'Australia' | 'Europe' | 'Indian' | 'Pacific' | 'Etc'}/${string}`;

/** Language, country and encoding: `'de_DE.UTF-8'`; or one that needs no data: `'C.UTF-8'`. Error `bad-locale`. */
export type Locale = 'C' | 'POSIX' | `${string}.${'UTF-8' | 'utf8'}${'' | `@${string}`}`;

/** A path, literal, or with variables that the builder expands: `expand('/out/$TARGETARCH/')`. */
export type PathValue = string | Expansion;

// ---------------------------------------------------------------------------------------------------------------------------------------------------------
// Base
// ---------------------------------------------------------------------------------------------------------------------------------------------------------

/**
 * What a stage starts from.
 *
 * - an image reference, `'debian:bookworm-slim'`, `'registry.example.org/team/base:1.2@sha256:…'`, or `'scratch'` for nothing at all;
 * - `expand('debian:${RELEASE}-slim')`, the same with build arguments of scope `global`, or those that the builder sets (`TARGETARCH`); what the base is,
 *   is told by their defaults, or by `distro`;
 * - `{ image, digest, platform, distro }`, the same with more said;
 * - `{ stage: 'build' }`, another stage of this definition;
 * - another definition, made with `defineImage`: the first of its tags is used, and its distribution, user and so on are known.
 *
 * A reference without a tag, or with the tag `latest`, is a finding (warning `unpinned-base`): what it means changes from day to day.
 * Errors: `missing-base`, `bad-image-reference`, `unknown-argument`, `unknown-stage`, `stage-cycle`.
 */
export type Base<Stages extends string = string> = string | Expansion | BaseImage | BaseStage<Stages> | DefinedImage;

/** An image, in the long form. */
export interface BaseImage {
  /** Image reference: `debian:bookworm-slim`, or `expand('debian:${RELEASE}')`. */
  readonly image: string | Expansion;
  /** `sha256:` and 64 hexadecimal digits: the very image, whatever happens to its tag. Error `bad-digest`. */
  readonly digest?: `sha256:${string}`;
  /**
   * Platform that this stage is made for, when it is not that of the build: `linux/amd64`; `expand('$BUILDPLATFORM')`: that of the machine that builds, for
   * tools that make files for another. Errors `bad-platform`, `unknown-argument`.
   *
   * @default the platform that is built for
   */
  readonly platform?: string | Expansion;
  /**
   * Distribution of the image, where its name does not tell: `debian`, `debian:12`, `ubuntu:24.04`, `alpine`, `fedora`,
   * `rockylinux` (or `rocky`), `almalinux`, `rhel`, `leap` (or `opensuse`), `tumbleweed`, `archlinux` (or `arch`). Error `unknown-distro`.
   *
   * @default known from the reference
   */
  readonly distro?: string;
}

/** A stage of the same definition. */
export interface BaseStage<Stages extends string = string> {
  /** Key of `stages`. */
  readonly stage: Stages;
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------------
// Build arguments
// ---------------------------------------------------------------------------------------------------------------------------------------------------------

/**
 * Default of a build argument (`ARG`); `null`: it has none and the build gives it (`--build-arg NAME=…`).
 *
 * Build arguments stay readable in the image. Never pass a secret in one: use `secret('…')` in the mounts of a `run` (errors and warnings `literal-secret`,
 * `secret-argument`).
 */
export type Argument = Value | null | ArgumentOptions;

/** A build argument, in the long form. */
export interface ArgumentOptions {
  /** What it is where the build gives nothing. @default none */
  readonly default?: Value;
  /**
   * `'stage'`: for the instructions of this stage; `'global'`: declared before the first `FROM`, for bases and for every stage that names it.
   *
   * @default 'stage'
   */
  readonly scope?: 'stage' | 'global';
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------------
// Packages
// ---------------------------------------------------------------------------------------------------------------------------------------------------------

/** What the long forms of all system package managers have. All requests of a stage become one installation; order has no meaning. */
export interface SystemPackagesOptions {
  /** Packages that the image holds. */
  readonly packages?: List;
  /**
   * Packages that are needed only while the image is made (compilers, headers): they are installed in a stage of their own and never reach the final one.
   * What pip builds with them is copied. Of `packages`, that stage has libraries, languages and what fetches sources (git, curl): name here whatever else is run
   * while building.
   */
  readonly build?: List;
  /**
   * Whether recommended (apt) or weak (dnf, zypper) dependencies come along.
   *
   * @default false
   */
  readonly recommends?: boolean;
}

/**
 * A file that is downloaded while the image is made: the very bytes that `sha256` names, or the build fails. Errors `bad-uri`, `bad-checksum`.
 *
 * @example { url: 'https://packages.example.org/key.asc', sha256: '…' }
 */
export interface Download {
  /** Where it is: `https://…` or `http://…`, without a blank, quote or backslash. */
  readonly url: string;
  /** SHA-256 of its bytes, 64 hexadecimal digits: what `sha256sum` prints. */
  readonly sha256: string;
}

/**
 * The key that a repository is signed with: a download, a file of the build context, or, by its absolute path, a keyring that the base has.
 *
 * Without a checksum, whoever holds the address could sign: so it has one. Errors `bad-checksum`, `outside-context`, `relative-path`.
 *
 * @example { url: 'https://packages.example.org/key.asc', sha256: '…' }
 * @example { file: 'keys/example.asc' }
 * @example '/usr/share/keyrings/debian-archive-keyring.gpg'
 */
export type RepositoryKey = Download | KeyFile | AbsolutePath;

/** A key that is a file of the build context. */
export interface KeyFile {
  /** Its path below the context; no pattern (error `pattern`). */
  readonly file: string;
}

/** apt tells by a keyring's name whether it is text. */
export interface Armored {
  /**
   * Whether the key is text (`-----BEGIN PGP PUBLIC KEY BLOCK-----`), not binary.
   *
   * @default false where its name ends with `.gpg`, `.pgp` or `.kbx`, otherwise true
   */
  readonly armored?: boolean;
}

/** The key of a repository for apt. */
export type AptKey = (Download & Armored) | (KeyFile & Armored) | AbsolutePath;

/** Where a package manager finds further packages. */
interface Repository {
  /**
   * Name of its files in the image: letters, digits, `.`, `_` and `-`. Errors `bad-name`, `taken-name`.
   *
   * @default host and path of its address: `packages-example-org-debian`
   */
  readonly name?: string;
  /** Address: `https://…` or `http://…`, without a blank, quote or backslash, and no password (errors `bad-uri`, `literal-secret`). */
  readonly uri: string;
}

/** A repository for apt; it becomes `/etc/apt/sources.list.d/NAME.sources`, with its key in `/etc/apt/keyrings`, which is good for it alone. */
export interface AptRepository extends Repository {
  /** Suites: `bookworm`, `bookworm-backports`; or, ending with `/`, the folder of a repository without suites (error `bad-suite`). */
  readonly suites: string | readonly string[];
  /** Components: `main`. Left out, and only then, where the suite is a folder (errors `missing-field`, `bad-component`). */
  readonly components?: string | readonly string[];
  /** Architectures, as Debian calls them: `amd64`. Error `bad-architecture`. @default those of the base */
  readonly architectures?: string | readonly string[];
  readonly key: AptKey;
}

/** A personal package archive of Launchpad. */
export interface Ppa {
  /** Its owner and name: `deadsnakes/ppa`; `ppa:` may stand before them. Error `bad-ppa`. */
  readonly ppa: string;
  /** Its signing key: Launchpad's page of the archive names it. It is not looked up: what a build trusts stands in the definition. */
  readonly key: AptKey;
}

/**
 * Packages of apt: names, with a version where one is meant (`curl=8.*`), or the long form.
 *
 * @example ['git', 'curl=8.*']
 * @example { packages: ['python3'], build: ['gcc', 'libpq-dev'] }
 */
export type AptPackages = readonly string[] | AptOptions;

/** Packages of apt, in the long form. */
export interface AptOptions extends SystemPackagesOptions {
  /**
   * Further repositories. Where one is reached by https, `ca-certificates` is installed first, from those of the base.
   *
   * @example [{ uri: 'https://packages.example.org/debian', suites: 'bookworm', components: 'main', key: { file: 'example.asc' } }]
   */
  readonly repositories?: readonly AptRepository[] | Override<readonly AptRepository[]>;
  /**
   * Personal package archives of Launchpad, for Ubuntu (error `not-ubuntu`) of a release that the base's tag says (error `unknown-release`).
   *
   * @example [{ ppa: 'deadsnakes/ppa', key: { file: 'deadsnakes.asc' } }]
   */
  readonly ppas?: readonly Ppa[] | Override<readonly Ppa[]>;
  /**
   * Packages that are downloaded by themselves and installed with what they depend on. The files are not in the image.
   *
   * @example [{ url: 'https://packages.example.org/tool_1.2_amd64.deb', sha256: '…' }]
   */
  readonly debs?: readonly Download[] | Override<readonly Download[]>;
}

/** A repository for apk; it becomes `/etc/apk/repositories.d/NAME.list`. */
export interface ApkRepository extends Repository {
  /** Tag, by which its packages are asked for (`tool@edge`) and without which none is taken from it. Error `bad-name`. @default none */
  readonly tag?: string;
  /** The key that it is signed with; it keeps its file's name, which the index refers to. @default those that the base trusts */
  readonly key?: RepositoryKey;
}

/**
 * Packages of apk: names, with a version where one is meant (`curl~8`), or the long form.
 *
 * @example ['git', 'curl~8']
 * @example { packages: ['tool@edge'], repositories: [{ uri: 'https://packages.example.org/edge/testing', tag: 'edge' }] }
 */
export type ApkPackages = readonly string[] | ApkOptions;

/** Packages of apk, in the long form. */
export interface ApkOptions extends SystemPackagesOptions {
  /**
   * Further repositories: the address of a folder that holds a folder for each architecture.
   *
   * @example [{ uri: 'https://packages.example.org/edge/testing', tag: 'edge' }]
   */
  readonly repositories?: readonly ApkRepository[] | Override<readonly ApkRepository[]>;
}

/** A repository for dnf or zypper; its packages are taken only with a sound signature. */
export interface RpmRepository extends Repository {
  /** The key that its packages are signed with. */
  readonly key: RepositoryKey;
}

/**
 * Packages of dnf: names, with a version where one is meant (`curl-8.5.0`), or the long form.
 *
 * @example ['git', '@development-tools']
 * @example { packages: ['nodejs'], modules: ['nodejs:20'] }
 */
export type DnfPackages = readonly string[] | DnfOptions;

/** Packages of dnf or microdnf, in the long form. */
export interface DnfOptions extends SystemPackagesOptions {
  /**
   * Further repositories, a project of Copr among them; `$releasever` and `$basearch` in an address are dnf's. Each becomes `/etc/yum.repos.d/NAME.repo`.
   *
   * @example [{ uri: 'https://packages.example.org/el9/$basearch/', key: { file: 'example.asc' } }]
   */
  readonly repositories?: readonly RpmRepository[] | Override<readonly RpmRepository[]>;
  /**
   * Whether packages are taken from EPEL, too, and from the repository that it builds on (`crb`, in release 8 `powertools`). For CentOS Stream, Rocky and
   * Alma, whose release the tag says. Errors `no-epel`, `unknown-release`, `missing-packages`.
   *
   * @default false
   */
  readonly epel?: boolean;
  /**
   * Streams of modules, of Enterprise Linux 8 and 9: `nodejs:20`. Errors `bad-module`, `no-modules`, `conflicting-modules`, `missing-packages`.
   *
   * @example ['nodejs:20']
   */
  readonly modules?: List;
}

/**
 * Packages of zypper: names, with a version where one is meant (`curl=8.5.0`), or the long form.
 *
 * @example ['git', 'curl>=8']
 */
export type ZypperPackages = readonly string[] | ZypperOptions;

/** Packages of zypper, in the long form. */
export interface ZypperOptions extends SystemPackagesOptions {
  /**
   * Further repositories; `$releasever` and `$basearch` in an address are zypper's. Each becomes `/etc/zypp/repos.d/NAME.repo`.
   *
   * @example [{ uri: 'https://packages.example.org/leap/$releasever/', key: { file: 'example.asc' } }]
   */
  readonly repositories?: readonly RpmRepository[] | Override<readonly RpmRepository[]>;
}

/** A repository for pacman; it becomes a section of `/etc/pacman.conf`, by way of a file of its own. */
export interface PacmanRepository extends Repository {
  /** Name of its database, which its section bears. */
  readonly name: string;
  /** The key that it is signed with, and its fingerprint, by which pacman comes to trust it. @default those that the base trusts */
  readonly key?: (Download & Fingerprinted) | (KeyFile & Fingerprinted);
}

/** A key that is known by its fingerprint, too. */
export interface Fingerprinted {
  /** 40 hexadecimal digits. Error `bad-fingerprint`. */
  readonly fingerprint: string;
}

/**
 * Packages of pacman: names (`git`, `extra/git`), or the long form. Arch has only the newest version of each.
 *
 * @example ['git']
 */
export type PacmanPackages = readonly string[] | PacmanOptions;

/** Packages of pacman, in the long form. */
export interface PacmanOptions extends SystemPackagesOptions {
  /**
   * Further repositories; `$repo` and `$arch` in an address are pacman's.
   *
   * @example [{ name: 'example', uri: 'https://packages.example.org/$repo/$arch' }]
   */
  readonly repositories?: readonly PacmanRepository[] | Override<readonly PacmanRepository[]>;
}

/** A list of strings that presets may have begun: concatenated and freed of duplicates, unless it is given with `override([…])`. */
export type List = readonly string[] | Override<readonly string[]>;

/** A package manager, and the field for its packages. */
export type ManagerField = keyof Managers;

/** The type of a manager's field on a base that has another one. */
export type UseManager<Has extends ManagerField, Field extends ManagerField> = `this base has ${Has}, not ${Field}: write the packages under ${Has}`;

/**
 * Python packages, by pip or uv.
 *
 * They are installed before any of your own files are copied, so that a change of your sources does not install them again. Where the base keeps its Python to
 * itself (PEP 668: Debian 12 and later, Ubuntu 23.04 and later, …) they go into a virtual environment that is on `PATH`. A base without Python gets it.
 *
 * @example ['numpy>=1.26', 'snakemake[reports]']
 * @example { requirements: 'requirements.txt', requireHashes: true }
 */
export type Pip = readonly string[] | PipOptions;

/** Python packages, in the long form. */
export interface PipOptions extends PythonProjectOptions {
  /** Requirements as pip takes them: `numpy>=1.26`. */
  readonly packages?: List;
  /** Requirements files of the build context, by name. Errors `outside-context`, `pattern`. */
  readonly requirements?: string | List;
  /** Constraints files of the build context, by name. Errors `outside-context`, `pattern`. */
  readonly constraints?: string | List;
  /** What installs. @default 'pip' */
  readonly installer?: 'pip' | 'uv';
  /**
   * Version of pip or uv that installs, so that it is the same next year: `'26.0'`, `'0.9.*'`. Error `bad-version`.
   *
   * @default of pip the one that comes with Python, of uv the newest
   */
  readonly installerVersion?: string;
  /**
   * Folder of the virtual environment; `false`: none, install into the Python of the base.
   *
   * @default '/opt/venv' where the base needs one, otherwise none
   */
  readonly venv?: AbsolutePath | false;
  /**
   * Interpreter that makes the environment: `python3.12`, `/usr/bin/python3`. Error `bad-interpreter`.
   *
   * @default the Python of the base
   */
  readonly python?: string;
  /** URL of the package index, instead of the public one. No user or password in it: use `secrets` (errors `bad-uri`, `literal-secret`). */
  readonly index?: string;
  /** URLs of further indexes. Order kept: the first is asked first. */
  readonly extraIndexes?: List;
  /** Folders of the build context or URLs to look for packages. Order kept. Error `pattern`. */
  readonly findLinks?: List;
  /**
   * Whether every requirement must bear the hash of what may be installed.
   *
   * @default false
   */
  readonly requireHashes?: boolean;
  /**
   * Secrets that the installation needs, by id or as `secret('…')`. They are mounted while it runs and leave no trace.
   *
   * For an index that asks for a password, either the whole URL is the secret, `secret('index', { env: 'PIP_INDEX_URL' })` (for uv `UV_DEFAULT_INDEX`), or `index`
   * says where it is, and the secret is a netrc file with the password: `secret('netrc', { target: '/root/.netrc' })`.
   */
  readonly secrets?: readonly (string | SecretMountOptions)[];
}

/**
 * Programs from the registry of Rust: names of crates, with a version where one is meant.
 *
 * They are compiled in a stage of their own, on the same base; the image gets the programs, in `/usr/local/bin`, and no compiler.
 *
 * @example ['ripgrep@14.1.1']
 */
export type Cargo = readonly string[] | CargoOptions;

/** Programs from the registry of Rust, in the long form. */
export interface CargoOptions {
  /** Crates: `ripgrep`, `ripgrep@14.1.1`. Error `bad-package-name`. */
  readonly packages?: List;
  /**
   * Whether the versions of dependencies are those that the author of the crate has published.
   *
   * @default true
   */
  readonly locked?: boolean;
  /**
   * Image that has cargo, to compile in: `rust:1.83-slim-bookworm`. Take the release of the base, for its libraries.
   *
   * @default the base, with its distribution's cargo
   */
  readonly toolchain?: string;
}

/**
 * Programs from the module proxy of Go: package paths, each with a version (error `missing-version`).
 *
 * They are compiled in a stage of their own; the image gets the programs, in `/usr/local/bin`, and no compiler.
 *
 * @example ['mvdan.cc/gofumpt@v0.7.0']
 */
export type Go = readonly string[] | GoOptions;

/** Programs from the module proxy of Go, in the long form. */
export interface GoOptions {
  /** Package paths: `mvdan.cc/gofumpt@v0.7.0`. Errors `bad-package-name`, `missing-version`. */
  readonly packages?: List;
  /**
   * Whether they may be linked to libraries in C. Without, they run on any base, `scratch` too.
   *
   * @default false
   */
  readonly cgo?: boolean;
  /**
   * Image that has go, to compile in: `golang:1.24-bookworm`.
   *
   * @default the base, with its distribution's go
   */
  readonly toolchain?: string;
}

/**
 * An environment of conda packages: the name of an environment file in the build context, or more.
 *
 * It is made in a stage of its own, from an image that has the tool; the image gets the environment, on `PATH`, ready for any user, without conda itself and
 * without an entry in anybody's home. Several environments are given as a list, each with a `prefix`: what the first has is found first.
 *
 * @example 'environment.yml'
 * @example { packages: ['python=3.12', 'samtools'], channels: ['conda-forge', 'bioconda'] }
 */
export type Conda = string | CondaOptions | readonly CondaOptions[];

/** An environment of conda packages, in the long form. */
export interface CondaOptions {
  /** Environment file of the build context: `environment.yml`; for pixi `pixi.toml` or `pyproject.toml`. Errors `outside-context`, `pattern`. */
  readonly file?: string;
  /** Packages as conda takes them: `python=3.12`, `numpy>=1.26`, `conda-forge::samtools`. Instead of `file`. Error `bad-package-name`. */
  readonly packages?: List;
  /** Channels. Order kept: the first is asked first, and what it has is taken from it. Error `bad-channel`. Beside a file for micromamba alone (error `conda-sources`). @default ['conda-forge'], unless there is a file */
  readonly channels?: List;
  /** What makes the environment. @default that of the base, otherwise 'micromamba' */
  readonly tool?: 'micromamba' | 'mamba' | 'conda' | 'pixi';
  /** Folder of the environment, in the image; each has its own. Errors `relative-path`, `bad-prefix`, `taken-prefix`. @default '/opt/conda', where the base does not have its own there */
  readonly prefix?: AbsolutePath;
  /** Lock file of the build context: an explicit list of packages, what conda-lock writes (micromamba), or `pixi.lock`. */
  readonly lock?: string;
  /** Image that has the tool. @default a fixed version of the tool's own image */
  readonly toolchain?: string;
}

/**
 * Packages of R, from CRAN or a repository of the same shape.
 *
 * They are installed in a stage of their own, which has compilers; the image gets them, in `/opt/r/library`, which R looks in first, and R. A package that is
 * linked to a library of the system needs it twice: `apt: { packages: ['libcurl4'], build: ['libcurl4-openssl-dev'] }`.
 *
 * @example { packages: ['dplyr', 'ggplot2'], repository: '2025-06-01' }
 */
export type R = readonly string[] | ROptions;

/** Packages of R, in the long form. */
export interface ROptions {
  /** Names: `dplyr`. Their versions are those of the repository's day. Error `bad-package-name`. */
  readonly packages?: List;
  /**
   * A day, `'2025-06-01'`: packages as they were on it, compiled ones where there are any for the distribution (Posit Public Package Manager); or the URL of a
   * repository: `https://`, `http://` or `file://`. Without, versions change from day to day (warning `unpinned-repository`). Errors `bad-repository`, `bad-uri`, `literal-secret`.
   *
   * @default that of the base's own R, otherwise CRAN as it is
   */
  readonly repository?: string;
  /** Lock file of renv in the build context: its packages are installed in its versions. Errors `outside-context`, `pattern`. */
  readonly renv?: string;
  /** Packages of Bioconductor, and the release that they are taken from. Errors `bad-version`, `bad-package-name`. */
  readonly bioconductor?: {
    /** As they number it: `'3.20'`. It asks for a certain R: 3.20 for 4.4. */
    readonly version: string;
    readonly packages: List;
  };
}

/**
 * Packages and programs of Ruby: names of gems, with a version where one is meant.
 *
 * They are installed in a stage of their own, which has a compiler for those with a part in C; the image gets them, in `/opt/gems`, on `PATH`, and Ruby.
 *
 * @example ['asciidoctor:2.0.23']
 */
export type Gem = readonly string[] | GemOptions;

/** Packages and programs of Ruby, in the long form. */
export interface GemOptions {
  /** Gems: `asciidoctor`, `asciidoctor:2.0.23`, `rake:~> 13.0`. Error `bad-package-name`. */
  readonly packages?: List;
  /** Address of the registry, instead of the public one, or a folder of the image: `file:///srv/gems`. No user or password in it. Errors `bad-uri`, `literal-secret`. */
  readonly source?: string;
}

/**
 * A Python project of the context, and how much of it is installed.
 *
 * It is installed in two steps: first what it depends on, for which only `pyproject.toml` (and the lock file) is read, then the project itself, like a package from
 * an index: its sources are not in the image. A change of a source thus installs none of its dependencies again. With pip, dependencies that the project computes
 * (`dynamic`) come with the second step, unless a requirements file names them.
 */
export interface PythonProjectOptions {
  /**
   * Folder of the build context with the project's `pyproject.toml`. Errors `outside-context`, `pattern`.
   *
   * @default of `pip`: none; of `uv` and `poetry`: '.'
   * @example '.'
   */
  readonly project?: string;
  /** Extras of the project. Errors `bad-name`, `missing-project`. @example ['plot'] */
  readonly extras?: List;
  /**
   * Files and folders that the project itself is made from, by their names in the build context; `pyproject.toml` need not be named. A change of anything else does
   * not install it again. Errors `outside-context`, `pattern`, `missing-project`.
   *
   * @default all of its folder
   * @example ['src', 'README.md']
   */
  readonly uses?: List;
  /** `'dependencies'`: the project itself is not installed (the sources are copied, say). Error `missing-project`. @default all of it */
  readonly only?: 'dependencies';
}

/**
 * A Python project with a lock file: what it says is installed into a virtual environment that is on `PATH`, then the project itself. The tool is there only
 * while it installs.
 *
 * - `uv`: `uv.lock`;
 * - `poetry`: `poetry.lock`.
 *
 * `pip` beside it adds packages to the same environment. Errors `two-locks` (uv beside poetry), `two-environments`.
 *
 * @example true
 * @example { groups: ['docs'], extras: ['plot'] }
 */
export type PythonLock = true | PythonLockOptions;

/** A Python project with a lock file, in the long form. */
export interface PythonLockOptions extends PythonProjectOptions {
  /** Groups of dependencies of the project that are installed besides; those for developing are not, unless they stand here. Error `bad-name`. */
  readonly groups?: List;
  /**
   * Whether what is installed is exactly what the lock file says. `false`: where it does not fit `pyproject.toml` any more it is made anew, for this image alone.
   *
   * @default true
   */
  readonly frozen?: boolean;
  /** Version of uv or Poetry that installs, so that it is the same next year: `'0.9.26'`, `'2.*'`. Error `bad-version`. @default the newest */
  readonly version?: string;
  /** Folder of the virtual environment. @default '/opt/venv' */
  readonly venv?: AbsolutePath;
  /** Interpreter that makes the environment: `python3.12`, `/usr/bin/python3`. Error `bad-interpreter`. @default the Python of the base */
  readonly python?: string;
  /**
   * Secrets that the installation needs, by id or as `secret('…')`: for an index that asks for a password, `secret('token', { env: 'UV_INDEX_PRIVATE_PASSWORD' })`,
   * where `PRIVATE` is its name in `pyproject.toml`; for Poetry, `POETRY_HTTP_BASIC_PRIVATE_PASSWORD`. They leave no trace.
   */
  readonly secrets?: readonly (string | SecretMountOptions)[];
}

/**
 * Packages of Node.js: those of a project, from its lock file, and programs from the registry.
 *
 * `true`: the project whose `package.json` and lock file stand beside the definition. Both are there while it is installed, before any source is copied: a change
 * of a source installs nothing again. The image gets `node_modules` and `package.json`, in `workdir`; copy the sources there: `copy: { src: 'src' }`. Node.js
 * is that of the base (`node:22-bookworm-slim`) or its distribution's.
 *
 * Folders `node_modules` of the context, and what `build` makes there, never come along with a folder that is copied.
 *
 * @example true
 * @example { manager: 'pnpm', version: '10', build: 'build' }
 */
export type Npm = true | NpmOptions;

/** Packages of Node.js, in the long form. */
export interface NpmOptions {
  /**
   * What installs the project. It comes from npm's registry, into a stage of its own: the image does not get it.
   *
   * @default 'npm'
   */
  readonly manager?: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /**
   * Its version: `'10'`, `'10.4.1'`. Error `bad-version`.
   *
   * pnpm 10 goes on to the version that `package.json` names as `packageManager`.
   *
   * @default npm's that comes with Node.js; of others the newest pnpm 10, yarn 1 and bun 1
   */
  readonly version?: string;
  /**
   * Programs for all: `serve`, `serve@14.2.4`, `@scope/tool@^2`; installed by npm, they are on PATH. Error `bad-package-name`. With these alone, no project is
   * installed.
   */
  readonly packages?: List;
  /** Folder of the context that has `package.json` and the lock file. Errors `outside-context`, `pattern`. @default '.' */
  readonly project?: string;
  /**
   * Name of the lock file: `'npm-shrinkwrap.json'`, `'bun.lockb'`. Error `not-a-file`.
   *
   * @default 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock' or 'bun.lock', as the manager has it
   */
  readonly lock?: string;
  /** Folders of the context that are workspaces of the project; of each, `package.json` is there when it is installed. @example ['packages/core'] */
  readonly workspaces?: List;
  /**
   * What else the installation reads, by name in the context: it is there while packages are installed, and not in the image. Errors `outside-context`, `pattern`.
   * With it, what install scripts make beside `node_modules` is in the image, too, where packages are installed in a stage of their own.
   *
   * @example ['.npmrc', 'pnpm-workspace.yaml', 'patches']
   */
  readonly uses?: List;
  /**
   * Whether the image gets only what the project needs to run: no `devDependencies`; and `NODE_ENV=production`, unless `env` says otherwise.
   *
   * @default true
   */
  readonly production?: boolean;
  /**
   * Script of `package.json` that builds the project, in a stage of its own that has the `devDependencies` too; the image gets what it makes. It sees `env` and `args`.
   *
   * @example 'build'
   * @example { script: 'build', sources: ['src', 'tsconfig.json'], outputs: ['dist'] }
   */
  readonly build?: string | NpmBuild;
  /** Folder of the project in the image. @default the `workdir` of the stage, otherwise '/app', which then is the `workdir` too */
  readonly workdir?: AbsolutePath;
  /**
   * Secrets that the installation needs, by id or as `secret('…')`. They are mounted while it runs and leave no trace.
   *
   * For a registry that asks for a password, an `.npmrc` that holds it is the secret: `secret('npmrc', { target: '/root/.npmrc' })`. Or `.npmrc` says
   * `_authToken=${NPM_TOKEN}` and stands under `uses`, and the secret is `secret('npm_token', { env: 'NPM_TOKEN' })`.
   */
  readonly secrets?: readonly (string | SecretMountOptions)[];
  /**
   * Image that has Node.js and npm, to install and build in: `node:22-bookworm-slim`, for a base without them. Take the distribution of the base, for packages that are
   * compiled.
   *
   * @default the base, with its distribution's
   */
  readonly toolchain?: string;
}

/** How a project of Node.js is built, in the long form. */
export interface NpmBuild {
  /** Name of the script: `npm run SCRIPT`. Error `bad-name`. @default 'build' */
  readonly script?: string;
  /** What it reads besides `package.json`: files and folders of the context. Errors `outside-context`, `pattern`. @default the folder of the project */
  readonly sources?: List;
  /** What it makes: files and folders below that of the project. Error `outside-project`. @default ['dist'] */
  readonly outputs?: List;
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------------
// User
// ---------------------------------------------------------------------------------------------------------------------------------------------------------

/**
 * The user that a container runs as. Copying and running while the image is made is done as root; `USER` comes at the end.
 *
 * A name is created if the base has none of that name; a number, or `'1000:1000'`, is used as it is, and so is `expand('$NAME')`: the builder expands it, and
 * nothing is created. Error `bad-user`.
 *
 * @example 'app'
 * @example 1000
 * @example { name: 'app', uid: 1000, groups: ['dialout'] }
 */
export type User = string | number | Expansion | UserOptions;

/** A user, in the long form. */
export interface UserOptions {
  /** Set by `user()`; need not be written. */
  readonly kind?: 'user';
  /** Lower case, at most 32 characters. Error `bad-user`. */
  readonly name?: string;
  /**
   * Decimal, 0–4294967294. Where the base has given it to somebody else, an ordinary account makes room; with one of the system (below 1000), and with one that may be
   * there, it is shared: containers then have that account's home, unless `env: { HOME: '/home/app' }` says otherwise. Errors `user-taken`, `uid-taken`.
   */
  readonly uid?: number;
  /** Decimal, 0–4294967294. @default the uid */
  readonly gid?: number;
  /** Home directory. @default /home/NAME */
  readonly home?: AbsolutePath;
  /** Login shell. @default /bin/sh */
  readonly shell?: AbsolutePath;
  /** Further groups. */
  readonly groups?: readonly string[];
  /** Whether the user is to be created. @default true where there is a name, except `root` */
  readonly create?: boolean;
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------------
// Files
// ---------------------------------------------------------------------------------------------------------------------------------------------------------

/**
 * Files and folders that are copied into the image: a record from source to destination, or a list.
 *
 * Sources are paths below the build context, or patterns (`*.py`: `*` and `?` do not cross `/`). What is not copied is not in the context.
 * A destination that ends with `/` is a folder; a relative destination is below the working directory.
 *
 * @example { 'src': '/app/src', 'Snakefile': '/app/' }
 * @example [{ stage: 'build', from: '/src/tool', to: '/usr/local/bin/', chmod: '755' }]
 */
export type Copy<Stages extends string = string> = readonly CopyOptions<Stages>[] | Readonly<Record<string, string>>;

/** One copy, in the long form. Errors: `outside-context`, `uncopyable-source`, `missing-field`, `unknown-context`, `two-sources`. */
export interface CopyOptions<Stages extends string = string> {
  /** Set by `copy()`; need not be written. */
  readonly kind?: 'copy';
  /** One path or several. From a stage or an image: literal paths there. */
  readonly from: PathValue | readonly PathValue[];
  /** Destination; a folder, with a final `/`, when there is more than one source (error `not-a-folder`). */
  readonly to: PathValue;
  /** Stage that it is copied from. @default the build context */
  readonly stage?: Stages;
  /** Image that it is copied from, instead of a stage. */
  readonly image?: string;
  /** Further build context that it is copied from: a key of `contexts`. */
  readonly context?: string;
  /** Owner; `expand('$NAME')`: one that the builder knows. @default root */
  readonly chown?: Owner | Expansion;
  /** Permissions. @default those of the source */
  readonly chmod?: ModeChange | Expansion;
  /** Whether the files are a layer of their own, independent of what is below them. @default false */
  readonly link?: boolean;
  /** Whether the folders of the source are kept: `a/b.txt` becomes `TO/a/b.txt`, `a/./b/c.txt` becomes `TO/b/c.txt`. @default false */
  readonly parents?: boolean;
  /** Patterns below the source that are left out. */
  readonly exclude?: readonly string[];
  /**
   * Whether it is a layer of its own, which is neither joined with copies beside it nor split, or one with its neighbours that are `'shared'`, too, if they go to the
   * same folder, however often each changes. @default what `layers` makes of it
   */
  readonly layer?: LayerHint;
  /**
   * How often it changes, whatever the project's history says: what changes often is copied last, and apart from what does not. @default what
   * `generate --refresh-order` found; else that it changes with every second commit, as sources do
   */
  readonly changes?: 'often' | 'rarely';
}

/**
 * What becomes of the layer of one step: `'own'`, it is not joined with its neighbours; `'shared'`, it is joined with those that are `'shared'`, too, even where
 * `layers: 'cache'` would keep them apart. What would do something else when joined is not.
 *
 *     run: [{ script: 'make', layer: 'shared' }, { script: 'make install', layer: 'shared' }]
 *
 *     RUN make                                RUN make && \
 *     RUN make install                            make install
 */
export type LayerHint = 'own' | 'shared';

/**
 * What is downloaded, taken from a git repository, or unpacked, before anything is copied.
 *
 * @example [{ url: 'https://example.org/tool-1.2.tar.gz', checksum: 'sha256:…', to: '/opt/', unpack: true }]
 * @example [{ git: 'https://git.example.org/team/tool.git', ref: 'v1.2', to: '/src/tool' }]
 */
export type Add = readonly AddOptions[];

/** One of these. */
export type AddOptions = AddDownload | AddRepository | AddArchive;

/** What may be said of all that is added. */
interface AddTarget {
  /** Set by `add()`; need not be written. */
  readonly kind?: 'add';
  /** Destination; a folder where it ends with `/`, which it must for more than one source (error `not-a-folder`). */
  readonly to: PathValue;
  /** Owner; `expand('$NAME')`: one that the builder knows. @default root */
  readonly chown?: Owner | Expansion;
  /** Permissions. @default those of the source; 600 of a download */
  readonly chmod?: ModeChange | Expansion;
  /** Whether the files are a layer of their own, independent of what is below them. @default false */
  readonly link?: boolean;
  /** Patterns below the source that are left out. */
  readonly exclude?: readonly string[];
}

/** Files that are downloaded. Errors: `bad-url`, `literal-secret`, `checksum-of-several`. */
export interface AddDownload extends AddTarget {
  /** `https://` or `http://`; one or several. Never with a password or token (error `literal-secret`). */
  readonly url: string | Expansion | readonly (string | Expansion)[];
  /**
   * SHA-256 of the file, of a single one: a build fails when it is another. Without it, whatever the server sends goes into the image (warning
   * `unpinned-download`). Error `bad-checksum`.
   */
  readonly checksum?: `sha256:${string}` | Expansion;
  /** Whether an archive is unpacked. @default false */
  readonly unpack?: boolean;
  readonly git?: never;
  readonly archive?: never;
}

/** Files of a git repository. Errors: `bad-repository`, `literal-secret`. */
export interface AddRepository extends AddTarget {
  /** `https://git.example.org/team/tool.git`, or `git@git.example.org:team/tool.git`, for which the build needs `--ssh default`. */
  readonly git: string | Expansion;
  /** Branch, tag or commit. Without it, what the repository has today (warning `unpinned-download`). */
  readonly ref?: string | Expansion;
  /** Folder of the repository. @default all of it */
  readonly folder?: string;
  /** The commit that `ref` is to be, all 40 digits: a build fails when it is another. Error `bad-checksum`. */
  readonly checksum?: string | Expansion;
  /** Whether `.git` comes along. @default false */
  readonly keepGitDir?: boolean;
  readonly url?: never;
  readonly archive?: never;
}

/** Archives of the build context (tar, also compressed), which are unpacked. Errors: `outside-context`, `uncopyable-source`. */
export interface AddArchive extends AddTarget {
  /** Archives below the build context, one or several. */
  readonly archive: string | readonly string[];
  /** Whether they are unpacked. @default true */
  readonly unpack?: boolean;
  readonly url?: never;
  readonly git?: never;
}

/** A file whose content is given here: text, or the long form. */
export type FileContent = string | FileOptions;

/** A file whose content is given here, in the long form. */
export interface FileOptions {
  /** Text; a final newline is added where it is missing. */
  readonly content: string;
  /** Permissions, octal. @default '644' */
  readonly chmod?: Mode | Expansion;
  /** Owner; `expand('$NAME')`: one that the builder knows. @default root */
  readonly chown?: Owner | Expansion;
  /** Whether the builder expands `$VARIABLE` in the content. @default false */
  readonly expand?: boolean;
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------------
// Run
// ---------------------------------------------------------------------------------------------------------------------------------------------------------

/**
 * A command that is run while the image is made: a shell script of one or more lines, or the long form.
 *
 * A script of several lines keeps its lines and ends at the first command that fails.
 *
 * @example 'make install'
 */
export type Run<Stages extends string = string> = string | RunOptions<Stages>;

/** A command that is run while the image is made, in the long form. */
export interface RunOptions<Stages extends string = string> extends RunDetails<Stages> {
  /** Set by `run()`; need not be written. */
  readonly kind?: 'run';
  /** Shell script of one or more lines; a list is an argument list, run without a shell unless `env` or `workdir` of this run needs one. */
  readonly script: string | readonly string[];
}

/** What may be said of a run besides its script. */
export interface RunDetails<Stages extends string = string> {
  /**
   * Files and folders of the context that it reads, by name. They are there while it runs, below the working directory, and not in the image; a change of any
   * other file does not run it again. Errors `outside-context`, `pattern`.
   */
  readonly uses?: readonly string[];
  /** `cache(…)`, `bind(…)`, `secret(…)`, `ssh()`, `tmpfs(…)`: what is there while it runs. */
  readonly mounts?: readonly MountOptions<Stages>[];
  /** Network while it runs. @default 'default' */
  readonly network?: 'default' | 'none' | 'host';
  /** `'insecure'` needs an entitlement of the builder. @default 'sandbox' */
  readonly security?: 'sandbox' | 'insecure';
  /** Devices that it uses, by their CDI names (`'nvidia.com/gpu=all'`); a build without one of them fails. Error `bad-device`. @default none */
  readonly devices?: readonly string[];
  /** User for this run alone. @default root */
  readonly user?: string | number;
  /** Working directory for this run alone. */
  readonly workdir?: AbsolutePath;
  /** Environment for this run alone; not in the image. Names are letters, digits and `_` (error `bad-name`). */
  readonly env?: Variables;
  /** Whether it is printed as it is and never merged or moved. @default false */
  readonly verbatim?: boolean;
  /**
   * Whether it is a layer of its own, also with `layers: 'fewest'`, or one with its neighbours that are `'shared'`, too, also with `'cache'`.
   * @default what `layers` makes of it
   */
  readonly layer?: LayerHint;
}

/** A mount of a run. */
export type MountOptions<Stages extends string = string> =
  CacheMountOptions<Stages> | BindMountOptions<Stages> | SecretMountOptions | SshMountOptions | TmpfsMountOptions;

/** A folder that the builder keeps between builds; what `cache()` returns. */
export interface CacheMountOptions<Stages extends string = string> {
  readonly kind: 'cache';
  /** Folder of the image that it is, while the command runs. */
  readonly target: AbsolutePath | Expansion;
  /** Caches with the same id are the same folder; `expand('apt-$TARGETARCH')`: one for each architecture. @default the target */
  readonly id?: string | Expansion;
  /** `'locked'`: one build after the other; `'private'`: each its own. @default 'shared' */
  readonly sharing?: 'shared' | 'private' | 'locked';
  /** Path in `stage`, `image` or `context` that the folder begins with. @default its root */
  readonly source?: string;
  /** Stage whose files the folder begins with. @default none: it is empty */
  readonly stage?: Stages;
  /** Image whose files the folder begins with. @default none: it is empty */
  readonly image?: string;
  /** Further build context: a key of `contexts`. */
  readonly context?: string;
  /** Whether it can only be read. @default false */
  readonly readOnly?: boolean;
  /** Permissions of the folder, octal. @default '0755' */
  readonly mode?: Mode;
  /** Owner of the folder, decimal. @default 0 */
  readonly uid?: number;
  /** Group of the folder, decimal. @default 0 */
  readonly gid?: number;
}

/** A file or folder of the context, of a stage or of an image; what `bind()` returns. */
export interface BindMountOptions<Stages extends string = string> {
  readonly kind: 'bind';
  /** Where it is in the image, while the command runs. */
  readonly target: AbsolutePath | Expansion;
  /** Path in the context, the stage or the image; no pattern (error `pattern`). @default its root */
  readonly source?: string | Expansion;
  /** Stage that it is taken from. @default the build context */
  readonly stage?: Stages;
  /** Image that it is taken from, instead of a stage. */
  readonly image?: string;
  /** Further build context: a key of `contexts`. */
  readonly context?: string;
  /** Whether it can be written to; what is written is thrown away. @default false */
  readonly readWrite?: boolean;
}

/** A secret of the build, given with `--secret id=…`; a build without it fails. What `secret()` returns. */
export interface SecretMountOptions {
  readonly kind: 'secret';
  /** Its name, by which the build is given it: `--secret id=NAME,src=FILE`. */
  readonly id: string;
  /** Path of the file that holds it. @default /run/secrets/ID, unless `env` is given */
  readonly target?: AbsolutePath;
  /** Name of an environment variable that holds it; besides a file only where `target` is given, too. */
  readonly env?: string;
  /** Whether a build without it fails; if not, the file, or the variable, is not there. @default true */
  readonly required?: boolean;
  /** Permissions of the file, octal. A run of another user than root needs them, or `uid`: `'0444'`. @default '0400' */
  readonly mode?: Mode;
  /** Its owner, decimal. @default 0 */
  readonly uid?: number;
  /** Its group, decimal. @default 0 */
  readonly gid?: number;
}

/** The SSH agent of whoever builds, given with `--ssh`; what `ssh()` returns. */
export interface SshMountOptions {
  readonly kind: 'ssh';
  /** Its name, by which the build is given it: `--ssh NAME`. @default 'default' */
  readonly id?: string;
  /** Path of the socket; programs find it by `SSH_AUTH_SOCK`. @default chosen by the builder */
  readonly target?: AbsolutePath;
  /** Whether a build without it fails at once. @default false */
  readonly required?: boolean;
  /** Permissions of the socket, octal. A run of another user than root needs them, or `uid`: `'0666'`. @default '0600' */
  readonly mode?: Mode;
  /** Its owner, decimal. @default 0 */
  readonly uid?: number;
  /** Its group, decimal. @default 0 */
  readonly gid?: number;
}

/** A temporary folder in memory; what `tmpfs()` returns. */
export interface TmpfsMountOptions {
  readonly kind: 'tmpfs';
  /** Folder of the image that it is, while the command runs. */
  readonly target: AbsolutePath | Expansion;
  /** Bytes, or with a unit of 1024: `'256m'`, `'1g'`. Error `bad-size`. @default unlimited */
  readonly size?: number | `${number}${'k' | 'm' | 'g'}`;
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------------
// Steps
// ---------------------------------------------------------------------------------------------------------------------------------------------------------

/** One of an ordered list of steps; see the helpers of the same names. */
export type Step<Stages extends string = string> =
  CopyStep<Stages> | AddStep | FileStep | RunStep<Stages> | EnvStep | ArgStep | UserStep | WorkdirStep | ShellStep | RawStep;

/** What `copy()` returns. */
export interface CopyStep<Stages extends string = string> extends CopyOptions<Stages> {
  readonly kind: 'copy';
}

/** What `add()` returns. */
export type AddStep = AddDownloadStep | AddRepositoryStep | AddArchiveStep;

interface AddDownloadStep extends AddDownload {
  readonly kind: 'add';
}

interface AddRepositoryStep extends AddRepository {
  readonly kind: 'add';
}

interface AddArchiveStep extends AddArchive {
  readonly kind: 'add';
}

/** What `file()` returns. */
export interface FileStep extends FileOptions {
  readonly kind: 'file';
  /** Path of the file in the image. */
  readonly to: AbsolutePath;
}

/** What `run()` returns. */
export interface RunStep<Stages extends string = string> extends RunOptions<Stages> {
  readonly kind: 'run';
}

/** What `env()` returns: variables for the steps that follow, and for the image. */
export interface EnvStep {
  readonly kind: 'env';
  /** By their names. */
  readonly variables: Variables;
}

/** What `arg()` returns: build arguments for the steps that follow. */
export interface ArgStep {
  readonly kind: 'arg';
  /** By their names; `null`: without a default. */
  readonly args: Readonly<Record<string, Value | null>>;
}

/** What `user()` returns: who the steps that follow are run as. */
export interface UserStep extends Omit<UserOptions, 'kind' | 'name'> {
  readonly kind: 'user';
  /** An account that is to be there; or, alone, who it is, with variables that the builder expands. Error `bad-user`. */
  readonly name?: string | Expansion;
}

/** What `workdir()` returns: where the steps that follow are run. */
export interface WorkdirStep {
  readonly kind: 'workdir';
  /** Folder of the image; it is made where it is missing. */
  readonly path: AbsolutePath | Expansion;
}

/** What `shell()` returns: the shell of the steps that follow. */
export interface ShellStep {
  readonly kind: 'shell';
  /** The program and its arguments; the command is the last. */
  readonly argv: readonly string[];
}

/** What `raw()` returns: Dockerfile text of your own. */
export interface RawStep {
  readonly kind: 'raw';
  /** One or more complete instructions. Printed as they are; you answer for them. */
  readonly text: string;
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------------
// A stage
// ---------------------------------------------------------------------------------------------------------------------------------------------------------

/** How the engine finds out whether a container is well. */
export interface HealthcheckOptions {
  /** Exit code 0: well; 1: not. */
  readonly cmd: Command;
  /** Time between two checks. @default '30s' */
  readonly interval?: Duration;
  /** Time that one check may take. @default '30s' */
  readonly timeout?: Duration;
  /** Time after the start in which a failure does not count. @default none */
  readonly startPeriod?: Duration;
  /** Time between two checks in that time. @default '5s' */
  readonly startInterval?: Duration;
  /** Failures in a row until the container is not well; a whole number from 1 on. @default 3 */
  readonly retries?: number;
}

/** The fields of a stage, apart from its base and from what is ordered. */
export interface StageFields {
  /**
   * Build arguments by name. They stand behind the packages that are installed, so that another value installs nothing again, but for those that installers read
   * (`PIP_INDEX_URL`, `HTTPS_PROXY`, `CFLAGS`).
   *
   * @example { VERSION: '1.2', COMMIT: null }
   */
  readonly args?: Readonly<Record<string, Argument>> | Override<Readonly<Record<string, Argument>>>;
  /**
   * Shell of the shell-form commands of this stage and of its `cmd`.
   *
   * @default ['/bin/sh', '-c']
   * @example ['bash', '-eo', 'pipefail', '-c']
   */
  readonly shell?: readonly string[];
  /**
   * Environment of containers, and of the commands that make the image. Values are literal; `expand('…')` expands, `prependPath('/opt/bin')` puts a folder
   * before `PATH`. A value that looks like a secret is an error (`literal-secret`).
   *
   * @example { LANG: 'C.UTF-8', PATH: prependPath('/opt/bin') }
   */
  readonly env?: Variables | Override<Variables>;
  /**
   * Authorities that the image trusts besides those of its distribution, from files of the build context: of a company whose proxy reads what is sent by https.
   *
   * Each file holds one or more certificates as text (`-----BEGIN CERTIFICATE-----`). They are made known before anything is installed, in each stage that
   * installs something for this one, too, and to programs that do not ask the distribution: Python, pip, uv, conda, Node.js, curl, R, git and cargo, by
   * `SSL_CERT_FILE` and its like, unless `env` sets those. What the builder fetches itself (images, `add`, keys by their address) is its own business. Errors
   * `no-trust-store`, `taken-name`, `outside-context`, `pattern`, `not-a-file`, `private-key`, `bad-certificate`.
   *
   * @example ['corp-ca.crt']
   */
  readonly certificates?: string | List;
  /**
   * Time zone of programs: it is installed where it is missing, and set as `TZ`. A build fails where the distribution has none of that name. Errors
   * `bad-timezone`, `no-time-zones`, `variable-twice`.
   *
   * @default that of the base, mostly UTC
   * @example 'Europe/Berlin'
   */
  readonly timezone?: Timezone;
  /**
   * Language, formats and encoding of programs: the locale is made or installed where it is missing, and set as `LANG`. Errors `bad-locale`, `no-locales` (a
   * warning on Alpine, whose C library has none), `variable-twice`.
   *
   * @default that of the base, mostly 'C' or 'C.UTF-8'
   * @example 'de_DE.UTF-8'
   */
  readonly locale?: Locale;
  /**
   * Python packages.
   *
   * @example ['numpy>=1.26', 'snakemake']
   */
  readonly pip?: Pip | Override<Pip>;
  /**
   * A Python project with a `uv.lock`.
   *
   * @example true
   * @example { extras: ['plot'], version: '0.9.26' }
   */
  readonly uv?: PythonLock | Override<PythonLockOptions>;
  /**
   * A Python project with a `poetry.lock`.
   *
   * @example true
   * @example { groups: ['docs'], uses: ['src', 'README.md'] }
   */
  readonly poetry?: PythonLock | Override<PythonLockOptions>;
  /**
   * Environments of conda packages.
   *
   * @example 'environment.yml'
   */
  readonly conda?: Conda | Override<Conda>;
  /**
   * Packages of R.
   *
   * @example { packages: ['dplyr', 'ggplot2'], repository: '2025-06-01' }
   */
  readonly r?: R | Override<R>;
  /**
   * Programs from the registry of Rust.
   *
   * @example ['ripgrep@14.1.1']
   */
  readonly cargo?: Cargo | Override<Cargo>;
  /**
   * Programs from the module proxy of Go.
   *
   * @example ['mvdan.cc/gofumpt@v0.7.0']
   */
  readonly go?: Go | Override<Go>;
  /**
   * Packages and programs of Ruby.
   *
   * @example ['asciidoctor:2.0.23']
   */
  readonly gem?: Gem | Override<Gem>;
  /**
   * Packages of Node.js: those of a project, from its lock file, and programs from the registry.
   *
   * @example true
   * @example { manager: 'pnpm', build: 'build' }
   */
  readonly npm?: Npm | Override<NpmOptions>;
  /**
   * Who a container runs as.
   *
   * What the image holds belongs to root, `workdir` too, so that another user cannot write there. Give them a folder of their own:
   * `run: ['install -d -o app /opt/results']`.
   *
   * A container may run as anybody (`docker run --user 12345:0`, OpenShift): the programs of the image work for a uid that has no account, and what the group `root`
   * may write is that user's, too: `run: ['install -d -m 775 /opt/results']`. It has no home: `env: { HOME: '/tmp' }`, for a program that wants one.
   *
   * @default the user of the base, mostly root
   * @example { name: 'app', uid: 1000 }
   */
  readonly user?: User;
  /**
   * Working directory of containers and of the commands that make the image; made if it does not exist. Absolute (error `relative-path`).
   *
   * It is root's: for another `user` to write there, `run: ['install -d -o app /opt/app']`.
   *
   * @default that of the base, mostly /
   * @example '/opt/app'
   */
  readonly workdir?: AbsolutePath | Expansion;
  /**
   * Ports that the image listens on. That is documentation: publish them with `container.ports`.
   *
   * One that only the builder knows is `expand('$PORT')`. Error `bad-port`.
   *
   * @example [8080, '53/udp']
   */
  readonly expose?: readonly (Port | Expansion)[] | Override<readonly (Port | Expansion)[]>;
  /**
   * Folders that hold data which outlives a container.
   *
   * One that does not exist is root's: for another `user` to write there, `run: ['install -d -o app /data']`. One that only the builder knows is `expand('/data/$NAME')`.
   *
   * @default those of the base
   * @example ['/data']
   */
  readonly volumes?: readonly (AbsolutePath | Expansion)[] | Override<readonly (AbsolutePath | Expansion)[]>;
  /**
   * How the engine finds out whether a container is well; `false` switches off what the base says.
   *
   * @default that of the base, mostly none
   * @example { cmd: ['curl', '-f', 'http://localhost:8080/'], interval: '1m' }
   */
  readonly healthcheck?: false | HealthcheckOptions;
  /**
   * Signal that stops a container: its name or number, or `expand('$SIGNAL')`, which the builder expands. Error `bad-signal`.
   *
   * @default that of the base, mostly 'SIGTERM'
   * @example 'SIGINT'
   */
  readonly stopSignal?: string | Expansion;
  /**
   * Program that a container runs; `cmd` and the arguments of `docker run` are its arguments. `[]`: none, whatever the base has.
   *
   * @default that of the base
   * @example ['snakemake']
   */
  readonly entrypoint?: Command;
  /**
   * Default command, or default arguments of `entrypoint`. `[]`: none, whatever the base has.
   *
   * @default that of the base; none where `entrypoint` is given
   * @example ['--cores', '1']
   */
  readonly cmd?: Command;
  /**
   * Labels by name: letters, digits, `.`, `-`, `_` and `/`. Order has no meaning. Errors `bad-name`, `control-character`, `literal-secret`.
   *
   * `oci: true`, in the stage that is the image, adds `org.opencontainers.image.*`: see {@link Labels}.
   *
   * @example { maintainer: 'someone@example.org', oci: true }
   */
  readonly labels?: Labels | Override<Labels>;
  /**
   * Steps for whatever builds on this image, done first there, with the files of its build context, as the user that this image runs as. Whoever builds on the image runs them without seeing them:
   * say so where it is described. Error `onbuild-stage`: they cannot take files from a stage.
   *
   * @example [copy('requirements.txt', '/app/'), run('pip install --no-cache-dir -r /app/requirements.txt')]
   */
  readonly onbuild?: readonly Step<never>[] | Override<readonly Step<never>[]>;
  /**
   * Dockerfile text that ends the stage, printed as it is: for what the language does not know.
   *
   * @example ['STOPSIGNAL SIGRTMIN+3']
   */
  readonly raw?: readonly string[];
}

/**
 * Labels by name, and `oci`.
 *
 * `oci: true` adds those labels `org.opencontainers.image.*` that are known and that are not given by name: `title` and `version` from the definition's `name` and
 * `version`, and from the package.json beside the definition `title` (name), `description`, `version`, `licenses`, `authors` (author and contributors), `url`
 * (homepage), `documentation` and `source` (repository). Where it has no `repository`, `source` is the address that git has for `origin`, by https and without
 * credentials. `compile()` is given all that as its option `project`.
 *
 * There is no `created`, for the same definition gives the same text at any time. `revision` would be stale in the commit that holds it: `imagewright build` gives
 * it to the image, and not to the Dockerfile, where git has no uncommitted changes. Errors `oci-in-stage`, `wrong-type`.
 *
 * @example { maintainer: 'someone@example.org', oci: true }
 * @example { 'org.example.commit': expand('$COMMIT') }
 */
export type Labels = Readonly<Record<string, string | number | boolean | Expansion>> & { readonly oci?: boolean };

/** Fields only: the compiler orders them. */
export interface Unordered<Stages extends string = string> {
  /**
   * Files and folders that are copied into the image.
   *
   * @example { 'src': '/app/src', 'Snakefile': '/app/' }
   */
  readonly copy?: Copy<Stages> | Override<Copy<Stages>>;
  /**
   * What is downloaded, taken from a git repository, or unpacked, before anything is copied.
   *
   * @example [{ url: 'https://example.org/tool-1.2.tar.gz', checksum: 'sha256:…', to: '/opt/', unpack: true }]
   */
  readonly add?: Add | Override<Add>;
  /**
   * Files whose content is given here, by path.
   *
   * @example { '/etc/motd': 'Count words.' }
   */
  readonly files?: Readonly<Record<AbsolutePath, FileContent>> | Override<Readonly<Record<AbsolutePath, FileContent>>>;
  /**
   * Commands that are run, after everything is copied.
   *
   * @example ['make install']
   */
  readonly run?: readonly Run<Stages>[] | Override<readonly Run<Stages>[]>;
  readonly steps?: never;
}

/** Steps, in their order, instead of `copy`, `add`, `files` and `run`. */
export interface Ordered<Stages extends string = string> {
  /**
   * What is done, in this order, after the packages are installed. Instead of `copy`, `add`, `files` and `run` (error `steps-beside-fields`); what presets say in
   * those comes before.
   *
   * @example [copy('Makefile', '/src/'), run('make'), copy('docs', '/src/docs')]
   */
  readonly steps?: readonly Step<Stages>[] | Override<readonly Step<Stages>[]>;
  readonly copy?: never;
  readonly add?: never;
  readonly files?: never;
  readonly run?: never;
}

/**
 * Packages of the system, under the name of their manager: typed by the base where its reference is a literal, and checked against the base always (by
 * `lower/`).
 */
export interface Managers {
  /**
   * Packages of apt: Debian, Ubuntu. On a base with another manager it is an error that names that.
   *
   * @example ['git', 'python3']
   */
  readonly apt?: AptPackages | Override<AptPackages>;
  /**
   * Packages of apk: Alpine.
   *
   * @example ['git', 'python3']
   */
  readonly apk?: ApkPackages | Override<ApkPackages>;
  /**
   * Packages of dnf: Fedora, Rocky, Alma, RHEL.
   *
   * @example ['git', 'python3']
   */
  readonly dnf?: DnfPackages | Override<DnfPackages>;
  /**
   * Packages of zypper: openSUSE, SLE.
   *
   * @example ['git', 'python3']
   */
  readonly zypper?: ZypperPackages | Override<ZypperPackages>;
  /**
   * Packages of pacman: Arch Linux.
   *
   * @example ['git', 'python']
   */
  readonly pacman?: PacmanPackages | Override<PacmanPackages>;
}

/** The field that every stage has. */
export type OnBase<Stages extends string = string> = {
  /**
   * What it starts from: an image, another stage, another definition, or `'scratch'` for nothing at all.
   *
   * @default what a preset says; error `missing-base` when none does
   * @example 'debian:bookworm-slim'
   * @example { stage: 'build' }
   */
  readonly base: Base<Stages>;
};

/** A stage: what `stages` holds. Everything but the base may be left out. */
export type Stage<Stages extends string = string> = OnBase<Stages> & StageFields & Managers & (Unordered<Stages> | Ordered<Stages>);

// ---------------------------------------------------------------------------------------------------------------------------------------------------------
// A definition
// ---------------------------------------------------------------------------------------------------------------------------------------------------------

/** Where a container finds a folder of the host, or a named volume. */
export type ContainerMount =
  | {
      /** Folder of the host; relative ones are below the folder of `image.ts`. */
      readonly host: string;
      /** Where it is in the container. */
      readonly to: AbsolutePath;
      /** Whether it can only be read. @default false */
      readonly readOnly?: boolean;
    }
  | {
      /** Name of a volume; it is made when it does not exist. */
      readonly volume: string;
      /** Where it is in the container. */
      readonly to: AbsolutePath;
    };

/** How a container of the image is meant to be run: what `imagewright run` does. None of it is in the image. */
export interface ContainerOptions {
  /** Name of the container. @default chosen by the engine */
  readonly name?: string;
  /** Whether it has a terminal and takes input. @default false */
  readonly interactive?: boolean;
  /** Whether it runs in the background. @default false */
  readonly detach?: boolean;
  /**
   * Folders of the host and volumes that it sees. Of two on the same path the later wins.
   *
   * @example [{ host: 'results', to: '/opt/word_count/results' }]
   */
  readonly mounts?: readonly ContainerMount[];
  /**
   * Ports that are published, as `docker run -p` takes them: `8080`, `'8080:80'`, `'127.0.0.1:8080:80/tcp'`. A number is that port on both sides.
   * Error `bad-port`.
   */
  readonly ports?: readonly PublishedPort[];
  /** Environment. Literal. Error `literal-secret`. */
  readonly env?: Readonly<Record<string, string | number>>;
  /** Command instead of `cmd`. */
  readonly command?: readonly string[];
  /** As `docker run --user` takes it; `'caller'`: the uid and gid of whoever runs it, so that results belong to them. */
  readonly user?: string | number;
  /** Whether it is removed when it ends. @default true, unless `detach` */
  readonly remove?: boolean;
}

/** `docker/dockerfile:VERSION`; `-labs`: with what is still tried out. */
export type Frontend = 'builtin' | '1' | '1-labs' | `1.${number}` | `1.${number}-labs`;

export type BuilderName = 'buildkit' | 'buildah' | `buildah 1.${number}` | 'legacy';

export interface ChecksOptions {
  /** Names of checks as https://docs.docker.com/reference/build-checks/ lists them, or `'all'`. */
  readonly skip?: readonly BuildCheck[] | 'all';
  /** Whether what a check finds fails the build. @default false */
  readonly error?: boolean;
}

export type BuildCheck =
  | 'ConsistentInstructionCasing'
  | 'CopyIgnoredFile'
  | 'DuplicateStageName'
  | 'ExposeInvalidFormat'
  | 'ExposeProtoCasing'
  | 'FromAsCasing'
  | 'FromPlatformFlagConstDisallowed'
  | 'InvalidBaseImagePlatform'
  | 'InvalidDefaultArgInFrom'
  | 'InvalidDefinitionDescription'
  | 'JSONArgsRecommended'
  | 'LegacyKeyValueFormat'
  | 'MaintainerDeprecated'
  | 'MultipleInstructionsDisallowed'
  | 'NoEmptyContinuation'
  | 'RedundantTargetPlatform'
  | 'ReservedStageName'
  | 'SecretsUsedInArgOrEnv'
  | 'StageNameCasing'
  | 'UndefinedArgInFrom'
  | 'UndefinedVar'
  | 'WorkdirRelativePath';

/** How the Dockerfile is written, and for what. */
export interface DockerfileOptions {
  /**
   * What builds it: the Dockerfile has the best form that this knows, and what it cannot do is an error that says which version can.
   *
   * - `'buildkit'`: Docker, and whatever else has BuildKit.
   * - `'buildah'`: Buildah and Podman, from Buildah 1.33 (Podman 4.8); `'buildah 1.28'` names an older or a newer one.
   * - `'legacy'`: Docker's builder without BuildKit (`DOCKER_BUILDKIT=0`): no heredocs and no mounts. It reads
   *   no ignore file but the `.dockerignore` of the context: that is generated instead of one beside the Dockerfile.
   *   `imagewright build` with docker sets `DOCKER_BUILDKIT=0`. Error `shared-ignore-file`: images with one context that need different ones.
   *
   * @default 'buildkit'
   */
  readonly for?: BuilderName;
  /**
   * Version of BuildKit's Dockerfile frontend. `'builtin'` is the one that the engine has (Docker 27.3 or newer is assumed); any other is written as
   * `# syntax=docker/dockerfile:1.7` and downloaded by the build. Errors `bad-frontend`, `frontend-without-buildkit`.
   *
   * @default 'builtin'
   * @example '1.20'
   */
  readonly frontend?: Frontend;
  /** What escapes and continues lines; a backtick suits paths of Windows. Error `escape-for-buildah`. @default '\\' */
  readonly escape?: '\\' | '`';
  /**
   * What `docker build --check` is told in the file: checks to leave out, and whether a finding is an error. Error `unknown-check`.
   *
   * @example { skip: ['JSONArgsRecommended'], error: true }
   */
  readonly checks?: ChecksOptions;
  /** Whether it says, in comments, what each part is for. @default true */
  readonly comments?: boolean;
}

/** A further build context: a folder, a URL, an image, or `null` for one that the build gives. */
export type FurtherContext = string | { readonly image: string } | null;

/** By names of rules, as `imagewright lint --list` has them. */
export type LintLevels = Readonly<Partial<Record<RuleName, LintLevel>>>;

/** The fields of a definition besides those of its final stage. */
export interface ImageFields {
  /**
   * Name of the image: lower case, digits, `.`, `_`, `-`, and `/` between parts. Error `bad-name`.
   *
   * @default the name of the project's folder
   * @example 'word_count'
   */
  readonly name?: string;
  /**
   * Its version, which becomes its tag: letters, digits, `.`, `_`, `-`, at most 128. Error `bad-tag`.
   *
   * @default 'latest'
   * @example '0.1'
   */
  readonly version?: string;
  /**
   * Further tags: a word is a tag of the same image (`'stable'`), anything else is a complete reference.
   *
   * @example ['stable', 'registry.example.org/team/word_count:0.1']
   */
  readonly tags?: readonly string[] | Override<readonly string[]>;
  /**
   * Registry, and the path in it, that goes before the name. No scheme. Error `bad-registry`.
   *
   * @default none: the name stands alone
   * @example 'registry.example.org/team'
   */
  readonly registry?: string;
  /**
   * How far instructions are merged.
   *
   * - `'cache'`: one installation for each package manager and stage, with cache mounts, so that rebuilding is quick; runs of your own stay layers.
   * - `'fewest'`: as few layers as can be, cleaned up; good for what is built once and pulled often.
   * - `'as-written'`: nothing is merged, moved, mounted or cleaned; one `RUN` for each request.
   *
   * @default 'cache'
   * @example 'fewest'
   */
  readonly layers?: LayerPolicy;
  /**
   * How the Dockerfile is written, and for which builder; nothing of what it makes.
   *
   * @example { for: 'buildah' }
   */
  readonly dockerfile?: DockerfileOptions;
  /**
   * Folder of the build context, relative to the folder of `image.ts`: `copy` and the like name what is below it. The Dockerfile and its ignore file stay beside
   * `image.ts`. Error `bad-context`; `missing-context` where it is not there.
   *
   * @default '.'
   * @example '..'
   */
  readonly context?: string;
  /**
   * Further build contexts by name, which `copy` and `bind` take files from with `context: 'name'`: a folder relative to that of `image.ts`, the URL of a git
   * repository or archive, an image, or `null`, where the build gives it (`--build-context NAME=…`). Errors `bad-name`, `bad-context`, `context-as-stage`.
   *
   * @example { data: '../data', tools: { image: 'alpine:3.20' } }
   */
  readonly contexts?: Readonly<Record<string, FurtherContext>>;
  /**
   * Platforms that the image is built for, as `imagewright build` hands them to the engine; `--platform` says others. The Dockerfile is the same for all.
   * Order has no meaning. Error `bad-platform`.
   *
   * @default that of the engine
   * @example ['linux/amd64', 'linux/arm64']
   */
  readonly platforms?: readonly string[] | Override<readonly string[]>;
  /**
   * Version of the output format: the same definition and epoch give the same bytes for ever. Error `unknown-epoch`.
   *
   * @default 1
   * @example 1
   */
  readonly epoch?: 1;
  /**
   * Patterns for `.dockerignore`, after the allow-list that is derived from what is copied; the last match wins.
   *
   * @example ['*.tmp', '!keep.tmp']
   */
  readonly ignore?: readonly string[] | Override<readonly string[]>;
  /**
   * What `imagewright lint` makes of what rules find: `'error'` and `'warning'` are findings, `'off'` is none, for `generate` and `build` neither. What presets say is
   * merged by rule; `--rule NAME=LEVEL` wins. One place is left out by a comment there, or on the line above: `// imagewright-ignore NAME: why`. Error `unknown-rule`.
   *
   * @default each rule's own: `imagewright lint --list`
   * @example { 'copied-secret': 'error', 'shell-form-command': 'off' }
   */
  readonly lint?: LintLevels;
  /**
   * How a container is meant to be run.
   *
   * @example { interactive: true, mounts: [{ host: 'results', to: '/results' }], user: 'caller' }
   */
  readonly container?: ContainerOptions;
  /**
   * What preset functions return; the later wins over the earlier, and the definition itself over all of them.
   *
   * @example [pythonSnakemake({ python: '3.12' })]
   */
  readonly presets?: readonly Preset[];
}

/** Several images of one project refer to the definition of one as the base of another by this brand; set by `defineImage`. */
export interface DefinedBrand {
  readonly [definedBrand]: true;
}

/** What `defineImage` returns for a definition. */
export type DefinedImage = ImageDefinition & DefinedBrand;

/**
 * What `image.ts` exports: the final stage, with a name and whatever else it needs. The base may be left to a preset (error `missing-base` when none says it).
 */
export type ImageDefinition = ImageFields & PartialStage & FurtherStages;

/** Stages besides the final one. */
export type FurtherStages<Stages = Readonly<Record<string, Stage>>, Name extends string = string> = {
  /**
   * Further stages by name: lower case, digits, `.`, `_`, `-`. Errors `bad-name`, `reserved-name`, `stage-cycle`.
   *
   * @example { build: { base: 'debian:bookworm-slim', apt: ['gcc'], copy: { src: '/src' }, run: ['make -C /src'] } }
   */
  readonly stages?: Stages;
  /**
   * Stage that is built instead of the final one. Error `unknown-stage`.
   *
   * @default the final stage
   * @example 'build'
   */
  readonly target?: Name;
};

/** Part of a definition: what a preset says. Its stages may be parts, too. */
export type PartialDefinition = ImageFields & PartialStage & FurtherStages<Readonly<Record<string, PartialStage>>>;

/** Part of a stage. */
export type PartialStage = Partial<OnBase> & StageFields & Managers & (Unordered | Ordered);

/** What a preset function returns: part of a definition that bears the preset's name and its options. */
export type Preset = PartialDefinition;

/** What a definition may depend on when it is a function. */
export interface ImageInput {
  /** Environment variables of the command. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The verb: `generate`, `build`, `run`; `check`, `lint` and `doctor` ask as `generate` does. */
  readonly mode: string;
  /** The words of `--arg WORD`, in their order. @default [] */
  readonly args: readonly string[];
}

/** A definition that depends on something. */
export type ImageFunction = (input: ImageInput) => ImageDefinition | Promise<ImageDefinition>;
