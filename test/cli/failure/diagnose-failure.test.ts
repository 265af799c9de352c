/** What engines said of builds that failed, and what of the definition that blames. */

import { describe, expect, it } from 'vitest';
import { createBuildRecord } from '../../../src/cli/failure/build-record.js';
import { diagnoseFailure } from '../../../src/cli/failure/diagnose-failure.js';
import { compile, run, secret, type ImageDefinition } from '../../../src/index.js';
import { originText } from '../../../src/origin.js';

interface Failed {
  /** Keyword of the instruction whose step failed. */
  readonly place?: string;
  readonly error: string;
  readonly output?: readonly string[];
  /** Whether the engine showed the instruction in the Dockerfile. */
  readonly shown?: string;
}

/** What is blamed, as `origin within: message`. */
function blamed(definition: ImageDefinition, { place, error, output = [], shown }: Failed): readonly string[] {
  const compiled = compile(definition);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const record = createBuildRecord();
  if (place !== undefined) {
    record.add({ kind: 'log', id: 'a', lines: output });
    record.add({ kind: 'step', id: 'a', name: place, state: 'failed', error });
  }
  const line = shown === undefined ? 0 : compiled.dockerfile.split('\n').findIndex((each) => each.includes(shown)) + 1;
  const box = [`Dockerfile:${line}`, '--------------------', `  ${line} | >>> ${shown}`, '--------------------'];
  for (const text of [...(shown === undefined ? [] : box), `ERROR: failed to build: failed to solve: ${error}`])
    record.add({ kind: 'text', line: text });
  return diagnoseFailure(compiled.program, true, record.failure()!).map(({ message, places }) => {
    const where = places.map(({ origin, within, part }) => [originText(origin), part, within && `"${within}"`].filter(Boolean).join(' '));
    return `${where.join(' or ')}: ${message}`;
  });
}

const base = 'debian:bookworm-slim';
const ended = (code: number) => `process "/bin/sh -c …" did not complete successfully: exit code: ${code}`;

describe('diagnoseFailure', () => {
  it('blames each package that a manager names, in whichever request it was', () => {
    const definition: ImageDefinition = {
      base,
      apt: ['less', 'nano2', 'curl=99'],
      stages: { tools: { base, apt: ['nano2'] } },
      copy: [{ stage: 'tools', from: '/a', to: '/a' }],
    };
    const output = ['E: Unable to locate package nano2', "E: Version '99' for 'curl' was not found"];
    expect(blamed(definition, { place: '[stage-1 2/3] RUN', error: ended(100), output })).toEqual([
      'apt[1]: E: Unable to locate package nano2 (exit code 100)',
      "apt[2]: E: Version '99' for 'curl' was not found (exit code 100)",
    ]);
  });

  it('blames all that a RUN was made of where nothing tells which', () => {
    const definition: ImageDefinition = { base, layers: 'fewest', run: ['make', 'make install', 'make check'] };
    expect(blamed(definition, { place: '[2/2] RUN make && …', error: ended(2), output: ['Stop.'] })).toEqual([
      'run[0] or run[1] or run[2]: a command of a RUN that all of these are in ended with exit code 2',
    ]);
    expect(
      blamed(definition, { place: '[2/2] RUN make && …', error: ended(2), output: ["make: *** No rule to make target 'check'.  Stop."] }),
    ).toEqual(['run[2]: "make check" ended with exit code 2']);
  });

  it('blames a request as a whole where no package is named', () => {
    const output = ['E: Failed to fetch http://mirror.example.org/debian/pool/l/less.deb  Temporary failure resolving'];
    expect(blamed({ base, apt: ['less', 'make'] }, { place: '[2/2] RUN apt-get …', error: ended(100), output })).toEqual([
      'apt: "apt-get install -y --no-install-recommends -o Dir::Cache::a…" ended with exit code 100',
    ]);
  });

  it('blames the file that lists a package', () => {
    const output = ['ERROR: No matching distribution found for tide==9'];
    expect(
      blamed({ base, pip: { packages: ['six'], requirements: ['requirements.txt'] } }, { place: '[stage-0 3/3] RUN', error: ended(1), output }),
    ).toEqual(['pip.requirements[0]: ERROR: No matching distribution found for tide==9 (exit code 1)']);
  });

  it('blames what an engine without marks names by its step: nerdctl, Podman, the legacy builder', () => {
    const definition: ImageDefinition = { base, workdir: '/srv', run: ['make'] };
    expect(blamed(definition, { place: 'STEP 3/3: RUN make', error: 'building at STEP "RUN make": while running runtime: exit status 3' })).toEqual(
      [],
    );
    const record = createBuildRecord();
    record.add({
      kind: 'step',
      id: '1 3',
      name: 'Step 3/3 : RUN make',
      state: 'failed',
      error: "The command '/bin/sh -c make' returned a non-zero code: 3",
    });
    const compiled = compile(definition);
    const findings = compiled.ok ? diagnoseFailure(compiled.program, true, record.failure()!) : [];
    expect(findings.map(({ message }) => message)).toEqual(['"make" ended with exit code 3']);
  });

  it('blames the mount of a secret that was not given, and the file that is not there', () => {
    const definition: ImageDefinition = {
      base,
      steps: [run('make', { mounts: [secret('key'), secret('token')], uses: ['Makefile'] })],
    };
    expect(blamed(definition, { place: '[stage-0 2/2] RUN --mount', error: 'secret token: not found' })).toEqual([
      'steps[0].mounts[1]: the secret "token" was not given',
    ]);
    const missing = 'failed to calculate checksum of ref u0nbu9::pf2mee: "/Makefile": not found';
    expect(blamed(definition, { place: '[stage-0 2/2] RUN --mount', error: missing })).toEqual([
      'steps[0].uses[0]: "Makefile" is not there to be mounted: "/Makefile": not found',
    ]);
  });

  it('blames the base, the user and the shell that a command would have had', () => {
    const nobody = 'process "/bin/sh -c make" did not complete successfully: unable to find user ahab: no matching entries in passwd file';
    const definition: ImageDefinition = { base, user: { name: 'ahab', create: false }, run: ['make'], shell: ['/bin/fish', '-c'] };
    const image =
      'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed';
    expect(
      blamed(definition, {
        error: `debian:bookworm-slim: failed to resolve source metadata for docker.io/library/debian:bookworm-slim: ${image}`,
        shown: 'FROM',
      }),
    ).toEqual([`base: the image cannot be had: ${image}`]);
    expect(blamed(definition, { error: nobody, shown: 'RUN make' })).toEqual(['run[0]: there is no user "ahab" in the image']);
    const output = ['runc run failed: unable to start container process: exec: "/bin/fish": stat /bin/fish: no such file or directory'];
    expect(blamed(definition, { place: '[2/2] RUN make', error: ended(1), output })).toEqual(['shell: the shell "/bin/fish" is not in the image']);
  });

  it('blames nothing where no instruction failed', () => {
    expect(blamed({ base }, { place: 'exporting to image', error: 'failed to push 127.0.0.1:1/tides: connection refused' })).toEqual([]);
    expect(blamed({ base }, { error: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?' })).toEqual(
      [],
    );
  });
});
