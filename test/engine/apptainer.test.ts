/**
 * An Apptainer definition, for real: its sections are carried out in containers of its bases as Apptainer does it (files first: copied without their links, and
 * from stages as archives; then %post; then %environment and %runscript as anybody), and what comes out is compared with the image of the Dockerfile.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngine, docker } from '../support/engine.js';
import { imagewright } from '../support/project.js';
import { fileLines, readDefinition, type DefinitionStage } from '../support/read-definition.js';

const definition = `import { prependPath } from 'imagewright';
export default {
  name: 'apptainer-tide',
  version: '0.1',
  base: 'debian:bookworm-slim',
  stages: {
    tools: { base: 'debian:bookworm-slim', args: { RELEASE: '7' }, run: ['mkdir -p /opt/kit && echo "release $RELEASE" > /opt/kit/release && ln -s release /opt/kit/latest'] },
    kit: { base: { stage: 'tools' }, workdir: '/opt/kit', copy: { 'kit/*.txt': 'texts/' }, run: ["#!/bin/bash\\necho {{ odd }} %post > script", 'cat <<E > here\\n%post  E\\nE\\ncd /tmp', 'false; cd /tmp', 'pwd > place'] },
  },
  apt: ['bc'],
  env: { NOTE: "it's {{ odd }} for $5\\\\n", PATH: prependPath('/opt/kit/bin') },
  workdir: '/opt/tide',
  copy: [
    { stage: 'kit', from: '/opt/kit', to: '/opt/kit' },
    { from: ['two words.txt', 'kit'], to: './' },
    { from: '.', to: '/opt/all' },
    { from: 'tide.sh', to: '/usr/local/bin/tide', chmod: '755' },
  ],
  files: { '/etc/tide.conf': '%post\\n\\n  {{ level }} = 1\\n' },
  run: [{ script: 'sort /tmp/words/all > sorted', mounts: [{ kind: 'bind', source: 'kit/b.txt', target: '/tmp/words/all' }] }, 'install -d -m 1777 results'],
  labels: { 'org.example.note': "it's so" },
  entrypoint: ['tide', 'a b'],
  cmd: ['6 * 7', '{{ odd }}'],
};
`;

const files: Readonly<Record<string, string>> = {
  'image.ts': definition,
  'two words.txt': 'two\n',
  'kit/a.txt': 'a\n',
  'kit/b.txt': 'z\ny\n',
  'kit/.hidden': 'hidden\n',
  'kit/.git/config': 'never\n',
  '.env': 'TOKEN=never\n',
  'tide.sh': '#!/bin/sh\npwd\nprintf "%s\\n" "$NOTE" "$@"\necho "$2" | bc\necho "$3" > results/said && cat results/said\n',
};

const image = 'apptainer-tide:0.1';

describeEngine('an Apptainer definition', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-'));
  const project = join(folder, 'tide');
  const started: string[] = [];
  let final: DefinitionStage;
  const container = (stage: string) => `apptainer-test-${stage}`;
  const inside = (stage: string, script: string) => docker(['exec', container(stage), '/bin/sh', '-ex', '-c', script]);

  beforeAll(() => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    }
    symlinkSync('a.txt', join(project, 'kit/link.txt'));
    imagewright(['build'], project);
    imagewright(['generate', '--format', 'apptainer'], project);
    const stages = readDefinition(readFileSync(join(project, 'apptainer-tide.def'), 'utf8'));
    final = stages.at(-1)!;
    for (const stage of stages) build(stage);
  });

  afterAll(() => {
    for (const name of started) docker(['rm', '--force', name]);
    docker(['rmi', '--force', image]);
    rmSync(folder, { recursive: true, force: true });
  });

  function build({ header, sections }: DefinitionStage): void {
    const name = header['stage'] ?? 'final';
    started.push(container(name));
    docker(['run', '--detach', '--name', container(name), header['from']!, 'sleep', 'infinity']);
    for (const [section, text] of sections) {
      const from = /^files from (.*)$/.exec(section)?.[1];
      if (section === 'files') copyFromHost(name, text);
      else if (from !== undefined) copyFromStage(name, from, text);
    }
    inside(name, sections.get('post')!);
  }

  /** A shell finds the names; links are followed, modes are those of new files. */
  function copyFromHost(stage: string, section: string): void {
    const root = mkdtempSync(join(folder, 'root-'));
    for (const [source, place] of fileLines(section)) {
      mkdirSync(join(root, place), { recursive: true });
      for (const name of expanded(execFileSync('sh', ['-c', expansion(source)], { cwd: project, encoding: 'utf8' })))
        execFileSync('cp', ['-fLr', name, join(root, place)], { cwd: project });
    }
    docker(['cp', `${root}/.`, `${container(stage)}:/`]);
  }

  function copyFromStage(stage: string, from: string, section: string): void {
    for (const [source, place] of fileLines(section)) {
      inside(stage, `mkdir -p '${place}'`);
      for (const name of expanded(docker(['exec', container(from), 'sh', '-c', expansion(source)]))) {
        const archive = execFileSync('docker', [
          'exec',
          container(from),
          'tar',
          '-C',
          dirname(name),
          '-cf',
          '-',
          name.slice(dirname(name).length + 1),
        ]);
        execFileSync('docker', ['exec', '-i', container(stage), 'tar', '-C', place, '-xf', '-'], { input: archive });
      }
    }
  }

  const expansion = (pattern: string) => `for name in ${pattern}; do printf '%s\\0' "$name"; done`;
  const expanded = (names: string) => names.split('\0').slice(0, -1);

  it('puts the same files into the image as the Dockerfile', () => {
    const list =
      "cd / && find opt etc/tide.conf usr/local/bin usr/bin/bc .imagewright* tmp -printf '%p %y %m %l\\n' 2>/dev/null | sort; find opt etc/tide.conf -type f -exec sha256sum {} + | sort";
    const [ours, theirs] = [docker(['exec', container('final'), 'sh', '-c', list]), docker(['run', '--rm', '--entrypoint', 'sh', image, '-c', list])];
    // Apptainer follows a link in a folder of the host.
    const followed = (text: string) => text.replaceAll(/^.*\/link\.txt.*\n/gm, '');
    expect(followed(ours)).toBe(followed(theirs));
    expect(theirs).toContain('opt/kit/latest l 777 release\n');
    expect(
      inside(
        'final',
        'cat /opt/kit/script /opt/kit/here /opt/kit/place /opt/kit/release /opt/kit/texts/b.txt /opt/tide/sorted /opt/all/kit/.hidden /opt/all/kit/link.txt',
      ),
    ).toBe('{{ odd }} %post\n%post  E\n/opt/kit\nrelease 7\nz\ny\ny\nz\nhidden\na\n');
  });

  it.each([[[]], [['2 ^ 10', "it's"]]])('runs the same as anybody, with the words %j', (words) => {
    const script = `${final.sections.get('environment')!}\n${final.sections.get('runscript')!}`;
    const said = docker(['exec', '--user', '12345:6789', container('final'), '/bin/sh', '-c', script, 'sh', ...words]);
    expect(said).toBe(docker(['run', '--rm', '--user', '12345:6789', image, ...words]));
    const [sum, last] = words.length === 0 ? ['42', '{{ odd }}'] : ['1024', "it's"];
    expect(said.split('\n').slice(-3)).toEqual([sum, last, '']);
  });
});
