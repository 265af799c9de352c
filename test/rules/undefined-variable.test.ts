import { expect, it } from 'vitest';
import { originText } from '../../src/origin.js';
import { compile } from '../../src/pipeline.js';
import { bind, cache } from '../../src/spec/mounts.js';
import { arg, copy, env, file, raw, run, workdir } from '../../src/spec/steps.js';
import type { PartialDefinition } from '../../src/spec/types.js';
import { expand } from '../../src/spec/values.js';

function faults(definition: PartialDefinition): readonly string[] {
  const { diagnostics } = compile({ base: 'debian:bookworm-slim', ...definition } as never, { dir: 'variables' });
  return diagnostics.map(({ code, origin, message, hint }) => `${code} ${originText(origin)}: ${message} | ${hint}`);
}

const said = (place: string, name: string) =>
  `undefined-variable ${place}: nothing before it sets "${name}", which becomes an empty text | set it with args or env, or say what stands for it: "\${${name}:-word}"`;

it('looks at all that the builder expands', () => {
  const definition: PartialDefinition = {
    args: { ONE: expand('$A') },
    env: { TWO: expand('$ONE$B') },
    labels: { three: expand('${C#v}') },
    workdir: expand('/$D'),
    copy: [{ from: expand('$E.txt'), to: expand('/$F') }],
    files: { '/g': { content: '$G ${H} \\$I ${J:-j}\n', expand: true } },
    run: [{ script: 'make', mounts: [cache('/c', { id: expand('k-$K') })] }],
  };
  expect(
    faults(definition)
      .map((fault) => fault.slice(0, fault.indexOf(', which')))
      .sort(),
  ).toEqual([
    'undefined-variable args.ONE: nothing before it sets "A"',
    'undefined-variable copy[0]: nothing before it sets "E"',
    'undefined-variable copy[0]: nothing before it sets "F"',
    'undefined-variable env.TWO: nothing before it sets "B"',
    'undefined-variable files["/g"]: nothing before it sets "G"',
    'undefined-variable files["/g"]: nothing before it sets "H"',
    'undefined-variable labels.three: nothing before it sets "C"',
    'undefined-variable run[0]: nothing before it sets "K"',
    'undefined-variable workdir: nothing before it sets "D"',
  ]);
});

it('looks at users, ports, owners, modes, volumes and signals, too', () => {
  expect(faults({ args: { NAME: 'app' }, user: expand('$NAME:$GROUP'), expose: [expand('${PORT:-80}'), expand('$PORT')] })).toEqual([
    said('expose[0]', 'PORT'),
    said('user', 'GROUP'),
  ]);
  const copy = [{ from: 'a', to: '/a', chown: expand('$NAME'), chmod: expand('0$MODE') }];
  expect(faults({ run: [{ script: 'make', mounts: [bind(expand('/$PLACE'), { source: expand('$SOURCE') })] }] })).toEqual([
    said('run[0]', 'PLACE'),
    said('run[0]', 'SOURCE'),
  ]);
  expect(faults({ copy, volumes: [expand('/$PLACE')], stopSignal: expand('$SIGNAL') })).toEqual([
    said('copy[0]', 'NAME'),
    said('copy[0]', 'MODE'),
    said('volumes[0]', 'PLACE'),
    said('stopSignal', 'SIGNAL'),
  ]);
});

it('goes by the order', () => {
  const steps = [
    workdir(expand('/$A')),
    arg({ A: 'a' }),
    workdir(expand('/$A')),
    env({ B: expand('$B'), C: expand('$A$PATH') }),
    copy(expand('$C$B'), '/x/'),
  ];
  expect(faults({ steps })).toEqual([said('steps[0]', 'A'), said('steps[3].variables.B', 'B')]);
});

it('knows what a stage leaves to the next, and to no other', () => {
  const first = { base: 'debian:bookworm-slim', args: { A: '1' }, env: { B: '2' } } as const;
  const other = { base: 'debian:bookworm-slim', env: { C: expand('$A$B') } } as const;
  expect(faults({ base: { stage: 'first' }, stages: { first, other }, target: 'other', env: { C: expand('$A$B') } } as never)).toEqual([
    said('stages.other.env.C', 'A'),
    said('stages.other.env.C', 'B'),
  ]);
});

it('says nothing where the base, or text of the author, may have set it, where a default stands, and of what the builder tells', () => {
  expect(faults({ base: 'python:3.12-slim', env: { A: expand('$PYTHON_VERSION') } })).toEqual([]);
  expect(faults({ steps: [raw('ENV A=1'), workdir(expand('/$A'))] })).toEqual([]);
  expect(faults({ env: { A: expand('${X:-y}${Z-}'), B: expand('$PATH:$TARGETARCH') } })).toEqual([]);
  expect(faults({ onbuild: [workdir(expand('/$A'))], steps: [run('echo $X'), file('/x', '$X\n')] })).toEqual([]);
});

it('says of HOME that only commands have it', () => {
  expect(faults({ base: 'scratch', workdir: expand('$HOME/x'), env: { PATH: '/bin' } })).toEqual([
    'undefined-variable workdir: nothing before it sets "HOME", which becomes an empty text | HOME is there when a command runs, not for the builder: write the path',
  ]);
});
