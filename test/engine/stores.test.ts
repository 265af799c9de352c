/** What each engine is asked for, and what it answers, as data. Docker's and Buildah's own answers are read in life.test.ts. */

import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import { engines } from '../../src/engine/index.js';

const label = 'imagewright.project=tides';
const lines = (...objects: readonly object[]) => objects.map((object) => `${JSON.stringify(object)}\n`).join('');
const id = 'a1'.repeat(32);

function containersOf(name: 'docker' | 'podman' | 'nerdctl') {
  const { containers } = engines[name];
  if (containers === undefined) throw new Error(`${name} runs no containers`);
  return containers;
}

describe('lists of images', () => {
  it.each(['docker', 'nerdctl'] as const)('are one line of JSON for each name by %s', (name) => {
    const { images } = engines[name];
    expect(images.listArguments(label)).toEqual(['images', '--no-trunc', '--filter', `label=${label}`, '--format', '{{json .}}']);
    const more = { ID: `sha256:${id}`, CreatedSince: '3 days ago', Size: '190MB' };
    const printed = lines(
      { Repository: 'tides', Tag: '0.1', ...more },
      { Repository: '<none>', Tag: '<none>', ...more },
      { Repository: '', Tag: '', ...more },
    );
    const unnamed = { id, created: '3 days ago', size: '190MB' };
    expect(images.read(`time="…" level=warning msg="old"\n${printed}`)).toEqual([{ repository: 'tides', tag: '0.1', ...unnamed }, unnamed, unnamed]);
  });

  it('are one document by podman, with bytes and a time', () => {
    const { images } = engines.podman;
    expect(images.listArguments(label)).toEqual(['images', '--no-trunc', '--filter', `label=${label}`, '--format', 'json']);
    const printed = JSON.stringify([
      {
        Id: `sha256:${id}`,
        Names: ['localhost/tides:0.1', 'registry.example.org:5000/tides:1'],
        CreatedAt: '2026-11-24T18:02:21Z',
        Size: 190_100_000,
      },
      { Id: id, Names: null, CreatedAt: '2026-11-24T18:02:21Z', Size: 980 },
    ]);
    const named = { id, created: '2026-11-24T18:02:21Z', size: '190 MB' };
    expect(images.read(printed)).toEqual([
      { repository: 'localhost/tides', tag: '0.1', ...named },
      { repository: 'registry.example.org:5000/tides', tag: '1', ...named },
      { ...named, size: '980 B' },
    ]);
    expect([images.read('[]\n'), images.read('null\n'), images.read('')]).toEqual([[], [], []]);
  });

  it('are one document by buildah, told as in its table', () => {
    const { images } = engines.buildah;
    expect(images.listArguments(label)).toEqual(['images', '--no-trunc', '--filter', `label=${label}`, '--json']);
    const printed = JSON.stringify([{ id: `sha256:${id}`, names: ['localhost/tides:0.1'], createdat: '3 days ago', size: '190 MB' }]);
    expect(images.read(printed)).toEqual([{ repository: 'localhost/tides', tag: '0.1', id, created: '3 days ago', size: '190 MB' }]);
    expect(images.read('[]\n')).toEqual([]);
  });
});

describe('lists of containers', () => {
  it.each(['docker', 'nerdctl'] as const)('are one line of JSON for each by %s', (name) => {
    const containers = containersOf(name);
    const format =
      '{"ID":{{json .ID}},"Names":{{json .Names}},"Image":{{json .Image}},"Command":{{json .Command}},"Status":{{json .Status}},"Ports":{{json .Ports}}}';
    expect(containers.listArguments(undefined)).toEqual(['ps', '-a', '--no-trunc', '--format', format]);
    expect(containers.listArguments(label)).toEqual(['ps', '-a', '--no-trunc', '--filter', `label=${label}`, '--format', format]);
    const more = { ID: id, Image: 'tides:0.1', Ports: '' };
    const printed = lines(
      { ...more, Names: 'moon/ebb,ebb', Command: '"sh -c \'echo "high"\'"', Status: 'Up 2 minutes (healthy)', Ports: '0.0.0.0:80->80/tcp' },
      { ...more, Names: 'flow', Command: '"cal"', Status: 'Exited (0) 3 hours ago' },
      { ...more, Names: 'slack', Command: '"cal"', Status: 'Created' },
    );
    expect(containers.read(printed)).toEqual([
      {
        id,
        name: 'ebb',
        image: 'tides:0.1',
        command: 'sh -c \'echo "high"\'',
        status: 'Up 2 minutes (healthy)',
        running: true,
        ports: '0.0.0.0:80->80/tcp',
      },
      { id, name: 'flow', image: 'tides:0.1', command: 'cal', status: 'Exited (0) 3 hours ago', running: false, ports: '' },
      { id, name: 'slack', image: 'tides:0.1', command: 'cal', status: 'Created', running: false, ports: '' },
    ]);
  });

  it('are one document by podman, with words and ports', () => {
    const containers = containersOf('podman');
    expect(containers.listArguments(label)).toEqual(['ps', '-a', '--no-trunc', '--filter', `label=${label}`, '--format', 'json']);
    const ports = [
      { host_ip: '', host_port: 8080, container_port: 80, range: 1, protocol: 'tcp' },
      { host_ip: '127.0.0.1', host_port: 53, container_port: 5300, range: 3, protocol: 'udp' },
    ];
    const printed = JSON.stringify([
      { Id: id, Names: ['ebb'], Image: 'localhost/tides:0.1', Command: ['sh', '-c', 'cal'], State: 'running', Status: 'Up 2 minutes', Ports: ports },
      { Id: id, Names: ['flow'], Image: 'localhost/tides:0.1', Command: null, State: 'exited', Status: '', Ports: null },
    ]);
    expect(containers.read(printed)).toEqual([
      {
        ...{ id, name: 'ebb', image: 'localhost/tides:0.1', command: 'sh -c cal', status: 'Up 2 minutes', running: true },
        ports: '0.0.0.0:8080->80/tcp, 127.0.0.1:53-55->5300-5302/udp',
      },
      { id, name: 'flow', image: 'localhost/tides:0.1', command: '', status: 'exited', running: false, ports: '' },
    ]);
    expect(containers.read('null\n')).toEqual([]);
  });

  it('are nothing that buildah has', () => {
    const buildah: Engine = engines.buildah;
    expect(buildah.containers).toBeUndefined();
  });
});

describe('commands', () => {
  it.each(['docker', 'podman', 'nerdctl'] as const)('are the same for %s: names after --', (name) => {
    const [containers, { images }] = [containersOf(name), engines[name]];
    const [names, extra] = [['-f', 'ebb'], ['--extra']];
    expect([
      containers.imageArguments(names),
      containers.inspectArguments('-f'),
      containers.startArguments({ names, attach: true, interactive: true, extra }),
      containers.stopArguments({ names, seconds: '3', extra }),
      containers.logsArguments({ name: '-f', follow: true, tail: '5', extra }),
      containers.removeArguments({ names, force: true, extra }),
      containers.killArguments('-f'),
      images.removeArguments({ names, force: true, extra }),
    ]).toEqual([
      ['container', 'inspect', '--format', '{{.Image}}', '--', '-f', 'ebb'],
      ['container', 'inspect', '--format', '{{.Id}}', '--', '-f'],
      ['start', '-a', '-i', '--extra', '--', '-f', 'ebb'],
      ['stop', '-t', '3', '--extra', '--', '-f', 'ebb'],
      ['logs', '-f', '--tail', '5', '--extra', '--', '-f'],
      ['rm', '-f', '--extra', '--', '-f', 'ebb'],
      ['kill', '--', '-f'],
      ['rmi', '-f', '--extra', '--', '-f', 'ebb'],
    ]);
  });

  it('remove images by buildah', () => {
    expect(engines.buildah.images.removeArguments({ names: ['tides'], force: true, extra: [] })).toEqual(['rmi', '--force', '--', 'tides']);
    expect(engines.buildah.images.removeArguments({ names: ['tides'], force: false, extra: ['--prune'] })).toEqual(['rmi', '--prune', '--', 'tides']);
  });
});
