import { expect, it } from 'vitest';
import { originText } from '../../../src/origin.js';
import { compile } from '../../../src/pipeline.js';
import { bind, cache, secret, ssh, tmpfs } from '../../../src/spec/mounts.js';
import { expand } from '../../../src/spec/values.js';
import type { ImageDefinition, MountOptions } from '../../../src/spec/types.js';

function compiled(mounts: readonly (MountOptions | object)[]) {
  const definition = {
    base: 'debian:bookworm-slim',
    contexts: { data: '../data' },
    stages: { build: { base: 'debian:bookworm-slim' } },
    run: [{ script: 'make', mounts }],
  };
  const result = compile(definition as unknown as ImageDefinition, { comments: false });
  if (!result.ok) return result.diagnostics.map(({ code, origin, message, hint }) => `${code} ${originText(origin)}: ${message} | ${hint}`);
  return result.dockerfile.split('\n').filter((line) => line.includes('--mount'));
}

it.each<[MountOptions, string]>([
  [bind('/in'), 'type=bind,target=/in'],
  [bind('/in', { source: 'src/', readWrite: true }), 'type=bind,source=src,target=/in,rw'],
  [bind('/in', { stage: 'build', source: '/out' }), 'type=bind,from=build,source=/out,target=/in'],
  [bind('/in', { image: 'alpine:3.20', source: '/etc' }), 'type=bind,from=alpine:3.20,source=/etc,target=/in'],
  [bind('/in', { context: 'data' }), 'type=bind,from=data,target=/in'],
  [cache('/c'), 'type=cache,target=/c'],
  [
    cache('/c', { id: 'c', sharing: 'private', readOnly: true, mode: '0770', uid: 1, gid: 2 }),
    'type=cache,id=c,target=/c,sharing=private,ro,mode=0770,uid=1,gid=2',
  ],
  [cache('/c', { stage: 'build', source: '/seed' }), 'type=cache,target=/c,from=build,source=/seed'],
  [cache('/c', { id: expand('c-$TARGETARCH') }), 'type=cache,id=c-${TARGETARCH},target=/c'],
  [tmpfs('/t'), 'type=tmpfs,target=/t'],
  [tmpfs('/t', { size: 1024 }), 'type=tmpfs,target=/t,size=1024'],
  [tmpfs('/t', { size: '1.5m' }), 'type=tmpfs,target=/t,size=1572864'],
  [secret('s'), 'type=secret,id=s,required=true'],
  [secret('s', { target: '/s', env: 'S', required: false, mode: '0444', uid: 1, gid: 2 }), 'type=secret,id=s,target=/s,env=S,mode=0444,uid=1,gid=2'],
  [ssh(), 'type=ssh'],
  [
    ssh('key', { target: '/agent', required: true, mode: '0666', uid: 1, gid: 2 }),
    'type=ssh,id=key,target=/agent,mode=0666,uid=1,gid=2,required=true',
  ],
])('%j', (mount, flag) => {
  expect(compiled([mount])).toEqual([`RUN --mount=${flag} make`].map((line) => line.replace(/ make$/, ' \\')));
});

it.each<[object, string]>([
  [
    { kind: 'cache', target: '/c', source: '/etc' },
    'missing-field run[0].mounts[0]: the cache has a source, and nothing that it is a path of | name a stage, an image or a context',
  ],
  [
    { kind: 'cache', target: '/c', stage: 'build', context: 'data' },
    'two-sources run[0].mounts[0]: the mount names both a stage and a context | leave one of them out',
  ],
  [
    { kind: 'bind', target: '/c', image: 'alpine:3', context: 'data' },
    'two-sources run[0].mounts[0]: the mount names both an image and a context | leave one of them out',
  ],
  [{ kind: 'cache', target: '/c', stage: 'biuld' }, 'unknown-stage run[0].mounts[0].stage: there is no stage "biuld" | did you mean "build"?'],
  [{ kind: 'bind', target: '/c', context: 'dta' }, 'unknown-context run[0].mounts[0].context: there is no context "dta" | did you mean "data"?'],
  [
    { kind: 'tmpfs', target: '/t', size: '12q' },
    `bad-size run[0].mounts[0].size: "12q" is no size | write a number of bytes, or a unit behind it: '256m'`,
  ],
  [{ kind: 'ssh', target: 'agent' }, 'relative-path run[0].mounts[0].target: "agent" is not absolute | begin at the root: "/agent"'],
  [{ kind: 'secret', id: 's', requierd: true }, 'unknown-field run[0].mounts[0].requierd: unknown field "requierd" | did you mean "required"?'],
])('refuses %j', (mount, fault) => {
  expect(compiled([mount])).toEqual([fault]);
});
