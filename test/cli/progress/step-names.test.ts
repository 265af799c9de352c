import { describe, expect, it } from 'vitest';
import { createStepNames } from '../../../src/cli/progress/step-names.js';
import { compile, raw, run, type ImageDefinition } from '../../../src/index.js';

/** What the steps of a definition are called. */
function called(definition: ImageDefinition, ...steps: readonly string[]): readonly string[] {
  const compiled = compile(definition);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const names = createStepNames(compiled.program);
  return steps.map((name) => {
    const [, stage = '1', number = ''] = /^(?:\[(\d)\/\d\] )?STEP (\d+)/.exec(name) ?? [];
    return names({ kind: 'step', id: `${stage} ${number}`, name, state: 'running' }).label;
  });
}

const tides: ImageDefinition = {
  base: 'debian:bookworm-slim',
  apt: ['make', 'less'],
  env: { TIDE: 'ebb' },
  copy: { src: '/srv/' },
  run: ['make', 'make install\nmake clean'],
};

describe('steps are called as in image.ts', () => {
  it('by BuildKit', () => {
    const steps = ['FROM docker.io/library/debian:bookworm-slim@sha256:0a', 'RUN apt-get', 'COPY src /srv/', 'RUN make', 'RUN <<EOF (make...)'];
    expect(called(tides, ...steps.map((text, index) => `[${index + 1}/5] ${text}`))).toEqual([
      'base debian:bookworm-slim',
      'apt',
      'copy.src',
      'run[0] make',
      'run[1] make install',
    ]);
    expect(called(tides, '[linux/arm64 4/5] RUN make', '[stage-0 4/5] RUN make')).toEqual(['run[0] make', 'run[0] make']);
  });

  it('by Buildah, where everything is a step', () => {
    expect(called(tides, 'STEP 1/7: FROM debian:bookworm-slim', 'STEP 2/7: RUN apt-get', 'STEP 3/7: ENV TIDE="ebb"')).toEqual([
      'base debian:bookworm-slim',
      'apt',
      'env',
    ]);
    const staged: ImageDefinition = {
      base: 'debian:bookworm-slim',
      stages: { tools: { base: 'debian:bookworm-slim', run: ['make'] } },
      copy: [{ stage: 'tools', from: '/a', to: '/a' }],
    };
    expect(called(staged, '[1/2] STEP 2/2: RUN make', '[2/2] STEP 2/2: COPY --from=tools /a /a')).toEqual(['stages.tools.run[0] make', 'copy[0]']);
  });

  it('by a base that another build has told of', () => {
    expect(called(tides, '[tools 1/9] FROM docker.io/library/debian:bookworm-slim@sha256:0a')).toEqual(['base debian:bookworm-slim']);
  });

  it('that raw text has, and behind it', () => {
    const steps = [raw('RUN make \\\n  all\nUSER app\nCOPY <<EOF /a\nRUN no step\nEOF'), run('date')];
    const definition: ImageDefinition = { base: 'debian:bookworm-slim', steps };
    expect(called(definition, '[2/4] RUN make   all', '[3/4] COPY <<EOF /a', '[4/4] RUN date', 'STEP 5/5: RUN date')).toEqual([
      'steps[0]',
      'steps[0]',
      'steps[1] date',
      'steps[1] date',
    ]);
  });

  it('and that are none are called as the engine does', () => {
    expect(called(tides, '[internal] load build context', 'exporting to image', '[9/9] RUN nobody wrote this')).toEqual([
      'load build context',
      'exporting to image',
      'RUN nobody wrote this',
    ]);
  });
});
