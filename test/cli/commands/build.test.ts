import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith, programFolder } from '../../support/command.js';

const image = "export default { name: 'tides', version: '0.1', base: 'debian:bookworm-slim', cmd: ['date'] };\n";
const written = 'wrote Dockerfile\nwrote Dockerfile.dockerignore\n';

const hasBuildx = '[ "$1" = buildx ] && exit 0';

/** An engine that says with what words it was started, one a line, and ends with `status`. */
const recorder = (name: string, status: number) =>
  programFolder(name, `${hasBuildx}; for word in "$@"; do printf '<%s>\\n' "$word"; done; exit ${status}`);

describe('build', () => {
  it('says what to install where there is no engine, and has written the Dockerfile', () => {
    const folder = folderWith({ 'image.ts': image });
    expect(command(['build'], folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: `${written}error: no container engine found, neither docker, podman, nerdctl nor buildah; install Docker (https://docs.docker.com/engine/install/) or Podman (https://podman.io/docs/installation)   (no-engine)
`,
    });
    expect(readdirSync(folder).sort()).toEqual(['Dockerfile', 'Dockerfile.dockerignore', 'image.ts']);
  });

  it('says what to install where the engine that is asked for is missing', () => {
    const { status, stderr } = command(['build', '--engine', 'podman'], folderWith({ 'image.ts': image }));
    const line = 'error: podman is not installed; https://podman.io/docs/installation tells how to, or choose another with --engine   (no-engine)\n';
    expect({ status, stderr }).toEqual({ status: 2, stderr: written + line });
  });

  it('does not start a docker without buildx, which cannot read the Dockerfile that is written', () => {
    const folder = folderWith({ 'image.ts': image });
    const engine = programFolder('docker', `[ "$1" = buildx ] && exit 1; echo "started with $1"`);
    expect(command(['build'], folder, { PATH: engine })).toEqual({
      status: 2,
      stdout: '',
      stderr: `${written}error: docker is here without buildx, which builds; install docker-buildx-plugin (of Docker's own packages) or docker-buildx (of the distribution's), or choose another engine with --engine   (no-builder)
`,
    });
    expect(readdirSync(folder).sort()).toEqual(['Dockerfile', 'Dockerfile.dockerignore', 'image.ts']);
  });

  it('gives the engine an argument list, in the folder of the definition', () => {
    const folder = folderWith({ 'image.ts': image });
    const ended = command(['build', 'tide-table/image.ts'], join(folder, '..'), { PATH: recorder('docker', 0) });
    expect(ended).toEqual({
      status: 0,
      stdout: '<build>\n<--progress=rawjson>\n<-f>\n<Dockerfile>\n<-t>\n<tides:0.1>\n<--label>\n<imagewright.project=tides>\n<-->\n<.>\n',
      stderr:
        'wrote tide-table/Dockerfile\nwrote tide-table/Dockerfile.dockerignore\nrunning docker build -f Dockerfile -t tides:0.1 --label imagewright.project=tides -- .\n',
    });
  });

  it('hands the context, further contexts and platforms of the definition to the engine', () => {
    const definition = `export default {
  name: 'tides', base: 'debian:bookworm-slim', context: 'sky', contexts: { data: 'tables', given: null },
  platforms: ['linux/arm64', 'linux/amd64'], copy: [{ from: 'moon', to: '/' }, { context: 'data', from: '.', to: '/d/' }],
};\n`;
    const folder = folderWith({ 'image.ts': definition, 'sky/moon': '', 'tables/a': '' });
    const { status, stdout } = command(['build', '--dry-run', '--engine', 'docker'], folder);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout:
        'docker build -f Dockerfile -t tides:latest --platform linux/amd64,linux/arm64 --build-context data=tables --label imagewright.project=tides -- sky\n',
    });
    const other = command(['build', '--dry-run', '--engine', 'docker', '--platform', 'linux/riscv64'], folder);
    expect(other.stdout).toContain(' --platform linux/riscv64 ');
  });

  it('says which context is not there', () => {
    const definition = "export default { name: 'tides', base: 'debian:bookworm-slim', context: 'sea', copy: { moon: '/' } };\n";
    const { status, stderr } = command(['build', '--dry-run', '--engine', 'docker'], folderWith({ 'image.ts': definition }));
    expect({ status, stderr: stderr.split('\n')[0] }).toEqual({
      status: 2,
      stderr: 'image.ts:1:72 error context: "sea" is not a folder, and a build context is to be one   (missing-context)',
    });
    const further = definition
      .replace("context: 'sea'", "contexts: { sea: 'sea', sky: 'https://example.org/sky.git', data: '.' }")
      .replace('moon', "'.'");
    const ended = command(['build', '--dry-run', '--engine', 'docker'], folderWith({ 'image.ts': further }));
    expect(ended.stderr.split('\n').filter((line) => line.startsWith('image.ts'))).toEqual([
      'image.ts:1:80 error contexts.sea: "sea" is not a folder, and a build context is to be one   (missing-context)',
    ]);
  });

  it("ends with the engine's own exit code", () => {
    const ended = command(['build'], folderWith({ 'image.ts': image }), { PATH: recorder('docker', 42) });
    expect({ status: ended.status, stderr: ended.stderr }).toEqual({
      status: 42,
      stderr: `${written}running docker build -f Dockerfile -t tides:0.1 --label imagewright.project=tides -- .\nerror: docker ended with 42   (engine-failed)\n`,
    });
  });

  it('ends as a shell would when a signal ended the engine', () => {
    const ended = command(['build', '--quiet'], folderWith({ 'image.ts': image }), { PATH: programFolder('docker', `${hasBuildx}; kill -TERM $$`) });
    expect(ended).toEqual({ status: 143, stdout: '', stderr: 'error: docker ended with 143   (engine-failed)\n' });
  });

  it('stops at the first command that fails', () => {
    const ended = command(['build', '--engine', 'podman', '--push', '-t', 'sea/tides:0.1'], folderWith({ 'image.ts': image }), {
      PATH: recorder('podman', 1),
    });
    expect(ended).toEqual({
      status: 1,
      stdout: '',
      stderr: `${written}running podman build -f Dockerfile --ignorefile Dockerfile.dockerignore --format docker --layers -t sea/tides:0.1 --label imagewright.project=tides -- .
<build>
<-f>
<Dockerfile>
<--ignorefile>
<Dockerfile.dockerignore>
<--format>
<docker>
<--layers>
<-t>
<sea/tides:0.1>
<--label>
<imagewright.project=tides>
<-->
<.>
error: podman ended with 1   (engine-failed)
`,
    });
  });

  it('keeps stdout for the result with --json', () => {
    const ended = command(['build', '--json'], folderWith({ 'image.ts': image }), { PATH: recorder('docker', 3) });
    expect({ ...ended, stdout: JSON.parse(ended.stdout) }).toEqual({
      status: 3,
      stdout: {
        ok: false,
        files: [
          { path: 'Dockerfile', state: 'written' },
          { path: 'Dockerfile.dockerignore', state: 'written' },
        ],
        engine: 'docker',
        commands: [['docker', 'build', '-f', 'Dockerfile', '-t', 'tides:0.1', '--label', 'imagewright.project=tides', '--', '.']],
        tags: ['tides:0.1'],
        exitCode: 3,
        diagnostics: [],
      },
      stderr: `${written}running docker build -f Dockerfile -t tides:0.1 --label imagewright.project=tides -- .
<build>
<--progress=rawjson>
<-f>
<Dockerfile>
<-t>
<tides:0.1>
<--label>
<imagewright.project=tides>
<-->
<.>
error: docker ended with 3   (engine-failed)
`,
    });
  });

  it('hands on hostile words as they are', () => {
    const folder = folderWith({ 'image.ts': image });
    const hostile = ['$(touch pwned)', '`touch pwned`', '; touch pwned', '--privileged', "'", '"', 'a b', '*'];
    const { stdout } = command(['build', ...hostile.map((name) => `--cache-from=${name}`)], folder, { PATH: recorder('docker', 0) });
    expect(stdout).toBe(
      `<build>\n<--progress=rawjson>\n<-f>\n<Dockerfile>\n<-t>\n<tides:0.1>\n${hostile.map((name) => `<--cache-from>\n<${name}>\n`).join('')}<--label>\n<imagewright.project=tides>\n<-->\n<.>\n`,
    );
    expect(readdirSync(folder).sort()).toEqual(['Dockerfile', 'Dockerfile.dockerignore', 'image.ts']);
  });

  it.each([
    ['Tides:0.1', '"Tides:0.1" has capital letters in its repository', 'write it in lower case'],
    ['tide table', '"tide table" has a blank in it', 'take it out'],
    ['tides:', '"tides:" has a tag that no image can have', 'write letters, digits, "_", "." and "-" after the colon'],
    ['$NAME', '"$NAME" has a "$" in it', 'write it in full'],
    ['tides@sha256:0', '"tides@sha256:0" has a digest, which the build gives', 'write "tides"'],
  ])('refuses the name %j before anything is written or an engine is asked', (name, message, hint) => {
    const folder = folderWith({ 'image.ts': image });
    const stderr = `error: -t ${message}   (bad-tag)\nhint: ${hint}\n`;
    expect(command(['build', `--tag=${name}`], folder, { PATH: recorder('docker', 0) })).toEqual({ status: 2, stdout: '', stderr });
    expect(readdirSync(folder)).toEqual(['image.ts']);
  });

  it('refuses a platform that does not exist', () => {
    const stderr = 'error: --platform: "linux/amd46" is no platform   (bad-platform)\nhint: did you mean "linux/amd64"?\n';
    const build = (platform: string) => command(['build', '--dry-run', `--platform=${platform}`], folderWith({ 'image.ts': image }));
    expect(build('linux/arm64,linux/amd46')).toEqual({ status: 2, stdout: '', stderr });
    expect(build('local').status).toBe(0);
  });

  it('keeps a Dockerfile that was written by hand, and starts nothing', () => {
    const folder = folderWith({ 'image.ts': image, Dockerfile: 'FROM scratch\n' });
    expect(command(['build'], folder, { PATH: recorder('docker', 0) }).stdout).toBe('');
    expect(readFileSync(join(folder, 'Dockerfile'), 'utf8')).toBe('FROM scratch\n');
  });

  it('builds each of several images, and wants --name with -t', () => {
    const several =
      "export default { gauge: { base: 'debian:bookworm-slim', version: '1' }, chart: { base: 'debian:bookworm-slim', name: 'map' } };\n";
    const folder = folderWith({ 'image.ts': several });
    expect(command(['build', '--dry-run'], folder).stdout.match(/-f \S+/g)).toEqual(['-f gauge.Dockerfile', '-f chart.Dockerfile']);
    expect(command(['build', '-t', 'sea'], folder).stderr).toBe(`error: -t names one image, and the definition file has several   (several-images)
hint: say which with --name: gauge, chart
`);
  });
});

describe('build, of images that build on one another', () => {
  const dryRun = (definition: string, ...options: readonly string[]) => {
    const { status, stdout, stderr } = command(['build', '--dry-run', ...options], folderWith({ 'image.ts': definition }));
    return { status, built: stdout.match(/-f \S+/g), stderr };
  };
  const gauge = "const gauge = { base: 'debian:bookworm-slim', name: 'gauge', version: '1' };\n";

  it('begins with those that others start from or copy from', () => {
    const chart = "const chart = { base: 'debian:bookworm-slim', name: 'chart', copy: [{ image: 'map:2', from: '/map', to: '/map' }] };\n";
    const map = "const map = { base: gauge, name: 'map', version: '2' };\n";
    expect(dryRun(`${gauge}${chart}${map}export default { chart, map, gauge };\n`)).toEqual({
      status: 0,
      built: ['-f gauge.Dockerfile', '-f map.Dockerfile', '-f chart.Dockerfile'],
      stderr: '',
    });
  });

  it('refuses those that wait for each other', () => {
    const ring = "export default { ebb: { base: 'flood:1', name: 'ebb', version: '1' }, flood: { base: 'ebb:1', name: 'flood', version: '1' } };\n";
    expect(dryRun(ring)).toEqual({
      status: 2,
      built: null,
      stderr: `error: "ebb" is made from "flood", "flood" is made from "ebb": none of them can be the first   (image-circle)
hint: let one of them start from an image that is there already
`,
    });
  });

  it('warns of a base whose definition the file does not export', () => {
    const definition = `${gauge}export default {\n  base: gauge,\n  stages: { tools: { base: gauge } },\n  copy: [{ stage: 'tools', from: '/a', to: '/a' }],\n};\n`;
    expect(dryRun(definition)).toEqual({
      status: 0,
      built: ['-f Dockerfile'],
      stderr: `image.ts:3:9 warning base: the image "gauge:1" is built by no verb: the file does not export its definition   (unbuilt-base)
  3 |   base: gauge,
    |         ^^^^^
hint: export it too: export default { base, image }

image.ts:4:28 warning stages.tools.base: the image "gauge:1" is built by no verb: the file does not export its definition   (unbuilt-base)
  4 |   stages: { tools: { base: gauge } },
    |                            ^^^^^
hint: export it too: export default { base, image }
`,
    });
    expect(dryRun(`${gauge}export default { gauge, map: { base: gauge } };\n`, '--name', 'map').stderr).toBe(
      '"map" is made from "gauge": built, too\n',
    );
  });

  it('warns of such a base that a preset brings, too, unless the definition has another', () => {
    const preset = `import { definePreset } from 'imagewright';\n${gauge}const onGauge = definePreset({ name: 'on-gauge', define: () => ({ base: gauge }) });\n`;
    expect(dryRun(`${preset}export default { presets: [onGauge()] };\n`).stderr).toBe(
      `image.ts:4:28 warning base (preset on-gauge): the image "gauge:1" is built by no verb: the file does not export its definition   (unbuilt-base)
  4 | export default { presets: [onGauge()] };
    |                            ^^^^^^^^^
hint: export it too: export default { base, image }
`,
    );
    expect(dryRun(`${preset}export default { presets: [onGauge()], base: 'debian:bookworm-slim' };\n`).stderr).toBe('');
  });
});

describe('build --dry-run', () => {
  it('prints the command as a shell reads it, without an engine, and writes nothing', () => {
    const folder = folderWith({ 'image.ts': image });
    const words = [
      'build',
      '--dry-run',
      '-t',
      'sea/tides:1',
      '--platform',
      'linux/amd64,linux/arm64',
      '--push',
      '--no-cache',
      '--secret',
      'id=key,src=$HOME/key',
    ];
    const line =
      "docker build -f Dockerfile -t sea/tides:1 --platform linux/amd64,linux/arm64 --push --no-cache --secret 'id=key,src=$HOME/key' --label imagewright.project=tides --pull -- .\n";
    expect(command([...words, '--', '--pull'], folder)).toEqual({ status: 0, stdout: line, stderr: '' });
    expect(readdirSync(folder)).toEqual(['image.ts']);
  });

  it('refuses what the build would refuse: a Dockerfile that was written by hand', () => {
    const folder = folderWith({ 'image.ts': image, Dockerfile: 'FROM scratch\n' });
    const { status, stdout, stderr } = command(['build'], folder);
    expect(command(['build', '--dry-run'], folder)).toEqual({ status, stdout, stderr });
    expect({ status, stdout, code: /\((\S+)\)$/m.exec(stderr)?.[1] }).toEqual({ status: 2, stdout: '', code: 'file-kept' });
    const line = 'docker build -f Dockerfile -t tides:0.1 --label imagewright.project=tides -- .\n';
    expect(command(['build', '--dry-run', '--force'], folder)).toEqual({ status: 0, stdout: line, stderr: '' });
  });

  it('prints all commands of an engine that pushes by itself', () => {
    const { stdout } = command(
      ['build', '--dry-run', '--engine', 'podman', '--push', '-t', 'sea/a:1', '-t', 'sea.example.org/b:1'],
      folderWith({ 'image.ts': image }),
    );
    expect(stdout)
      .toBe(`podman build -f Dockerfile --ignorefile Dockerfile.dockerignore --format docker --layers -t sea/a:1 -t sea.example.org/b:1 --label imagewright.project=tides -- .
podman push -- sea/a:1 docker://docker.io/sea/a:1
podman push -- sea.example.org/b:1
`);
  });

  it('refuses a push by a name that fits no registry before anything is built or written', () => {
    const folder = folderWith({ 'image.ts': image });
    const refused = (...words: readonly string[]) => command(['build', '--push', ...words], folder, { PATH: recorder('docker', 0) });
    const hint = "say where it belongs, registry: 'youruser' or 'registry.example.org/team' in the definition; or name it: imagewright tag";
    const message = (name: string) => `"${name}" names no registry and no user, and Docker Hub takes youruser/yourimage only   (name-does-not-fit)`;
    const { status, stdout, stderr } = refused();
    expect({ status, stdout, lines: stderr.split('\n').filter((line) => /^(?:image\.ts|hint)/.test(line)) }).toEqual({
      status: 2,
      stdout: '',
      lines: [expect.stringContaining(` error name: ${message('tides:0.1')}`), `hint: ${hint} tides:0.1 youruser/tides:0.1`],
    });
    expect(refused('-t', 'sea/tides:1', '-t', 'sea:1')).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: ${message('sea:1')}\nhint: ${hint} sea:1 youruser/sea:1\n`,
    });
    expect(readdirSync(folder)).toEqual(['image.ts']);
  });

  it('builds the stage that is the target', () => {
    const staged = "export default { name: 'tides', base: { stage: 'ebb' }, stages: { ebb: { base: 'debian:bookworm-slim' } }, target: 'ebb' };\n";
    expect(command(['build', '--dry-run'], folderWith({ 'image.ts': staged })).stdout).toContain(' --target ebb ');
  });
});
