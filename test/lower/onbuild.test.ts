import { describe, expect, it } from 'vitest';
import { dump } from '../../src/ir/dump.js';
import { originText } from '../../src/origin.js';
import { compile } from '../../src/pipeline.js';
import { defineImage } from '../../src/spec/define-image.js';
import { definePreset } from '../../src/spec/define-preset.js';
import { secret } from '../../src/spec/mounts.js';
import { add, arg, copy, env, file, raw, run, shell, user, workdir } from '../../src/spec/steps.js';
import type { ImageDefinition } from '../../src/spec/types.js';

function compiled(definition: object) {
  const result = compile(definition as ImageDefinition, { comments: false });
  if (!result.ok)
    return { faults: result.diagnostics.map(({ code, origin, message, hint }) => `${code} ${originText(origin)}: ${message} | ${hint}`) };
  const body = (text: string) => text.split('\n').slice(3).join('\n');
  return { dockerfile: body(result.dockerfile), dockerignore: body(result.dockerignore), dump: dump(result.program) };
}

describe('onbuild', () => {
  it('is any step, in its order, and stands at the end', () => {
    const onbuild = [
      arg({ VERSION: '1' }),
      env({ A: 'b c' }),
      workdir('/app'),
      copy('src', './'),
      add({ archive: 'data.tar', to: '/data/' }),
      shell(['bash', '-c']),
      run('make', { mounts: [secret('s')], uses: ['Makefile'] }),
      run('make one\nmake two'),
      run(['make', 'three']),
      file('/etc/motd', 'Hello\n'),
      user('nobody'),
      raw('STOPSIGNAL SIGINT'),
    ];
    const definition = { base: 'debian:bookworm-slim', user: '1000', cmd: ['x'], labels: { a: 'b' }, onbuild };
    const text = `FROM debian:bookworm-slim

USER 1000

CMD ["x"]
LABEL a=b

ONBUILD ARG VERSION=1
ONBUILD ENV A="b c"
ONBUILD WORKDIR /app
ONBUILD COPY src ./
ONBUILD ADD data.tar /data/
ONBUILD SHELL ["bash", "-c"]

ONBUILD RUN --mount=type=secret,id=s,required=true \\
    --mount=type=bind,source=Makefile,target=/app/Makefile \\
    make

ONBUILD RUN <<'EOF'
set -e
make one
make two
EOF

ONBUILD RUN ["make", "three"]

ONBUILD COPY <<'EOF' /etc/motd
Hello
EOF

ONBUILD USER nobody
ONBUILD STOPSIGNAL SIGINT
`;
    for (const layers of ['cache', 'fewest', 'as-written']) {
      expect(compiled({ ...definition, layers }).dockerfile).toBe(text);
    }
  });

  it('takes nothing of the context of the image itself', () => {
    const { dockerignore } = compiled({ base: 'debian:bookworm-slim', onbuild: [copy('src', '/src/')] });
    expect(dockerignore).not.toContain('!src');
  });

  it('is run first by what builds on it, whose context has the files', () => {
    const base = defineImage({ name: 'tools', version: '1', base: 'debian:bookworm-slim', onbuild: [copy('src', '/src/'), user(1000)] });
    const child = compiled({ base, run: ['make'] });
    expect(child.dockerfile).toBe(`FROM tools:1

USER root

RUN make

USER 1000
`);
    expect(child.dockerignore).toContain('\n!src\n');
    expect(child.dump).toContain('(from "tools:1" (triggers (copy (sources "src") (to "/src/")) (user "1000")))');
  });

  it('is run by a stage that builds on a stage, and then no more', () => {
    const { dump: text } = compiled({
      base: { stage: 'second' },
      stages: {
        first: { base: 'debian:bookworm-slim', onbuild: [env({ A: 'b' })] },
        second: { base: { stage: 'first' } },
      },
    });
    expect(text).toBe(`(program
  (stage first
    (from "debian:bookworm-slim")
    (onbuild (env ("A" "b"))))
  (stage second
    (from (stage first) (triggers (env ("A" "b")))))
  (stage
    (from (stage second))))
`);
  });

  it('concatenates what presets say', () => {
    const preset = definePreset({ name: 'tide', define: () => ({ onbuild: [env({ A: '1' })] }) });
    expect(compiled({ base: 'debian:12', presets: [preset()], onbuild: [env({ B: '2' })] }).dockerfile).toBe(
      'FROM debian:12\n\nONBUILD ENV A=1\nONBUILD ENV B=2\n',
    );
  });

  it.each<[object, string]>([
    [
      copy('a', '/', { stage: 'build' as never }),
      'onbuild-stage onbuild[0]: what builds on the image has no stage "build" | take the files from the build context, or from an image, or put them into this image',
    ],
    [
      { kind: 'run', script: 'make', mounts: [{ kind: 'bind', target: '/x', stage: 'build' }] },
      'onbuild-stage onbuild[0]: what builds on the image has no stage "build" | take the files from the build context, or from an image, or put them into this image',
    ],
    [raw('FROM debian:12'), 'cannot-carry onbuild[0]: "FROM debian:12" cannot stand behind ONBUILD | write an instruction that changes the image'],
    [
      raw('ONBUILD RUN make'),
      'cannot-carry onbuild[0]: "ONBUILD RUN make" cannot stand behind ONBUILD | write an instruction that changes the image',
    ],
    [
      raw('RUN make\nUSER app'),
      'cannot-carry onbuild[0]: "RUN make\\nUSER app" is not one instruction, and ONBUILD takes one | write each with a raw(…) of its own',
    ],
    [
      { kind: 'onbuild' },
      'unknown-value onbuild[0].kind: onbuild[0].kind must be "copy", "add", "file", "run", "env", "arg", "user", "workdir", "shell" or "raw", not "onbuild" | undefined',
    ],
  ])('refuses %j', (step, fault) => {
    expect(compiled({ base: 'debian:12', onbuild: [step] }).faults).toEqual([fault]);
  });

  it('declares what the builder sets where it is used: behind ONBUILD, and not for the stage itself', () => {
    const definition = { base: 'debian:bookworm-slim', onbuild: [run('make ARCH=$TARGETARCH')] };
    expect(compiled(definition).dockerfile).toBe(`FROM debian:bookworm-slim

ONBUILD ARG TARGETARCH
ONBUILD RUN make ARCH=$TARGETARCH
`);
  });
});
