import { describe, expect, it } from 'vitest';
import { compile, type CompileOptions } from '../../../src/pipeline.js';
import type { ImageDefinition } from '../../../src/spec/types.js';

const project = {
  title: 'tide-table',
  description: 'Tells when the tide comes in',
  version: '2.1.0',
  licenses: 'MIT',
  authors: 'Ada <ada@example.org>',
  url: 'https://example.org/tides',
  documentation: 'https://ada:s3cret@example.org/manual',
  source: 'git@example.org:team/tides.git',
};

/** The instructions after FROM; of a definition that is wrong, the diagnostics. */
function labelled(definition: ImageDefinition, options: CompileOptions = {}): unknown {
  const compiled = compile({ base: 'debian:bookworm-slim', ...definition } as ImageDefinition, options);
  return compiled.ok ? compiled.dockerfile.split('\n').slice(5).join('\n') : compiled.diagnostics;
}

describe('labels: { oci: true }', () => {
  it('adds what is known of the project', () => {
    expect(labelled({ labels: { oci: true, maintainer: 'bob@example.org' } }, { project })).toBe(`LABEL maintainer=bob@example.org \\
    org.opencontainers.image.authors="Ada <ada@example.org>" \\
    org.opencontainers.image.description="Tells when the tide comes in" \\
    org.opencontainers.image.documentation=https://example.org/manual \\
    org.opencontainers.image.licenses=MIT \\
    org.opencontainers.image.source=https://example.org/team/tides \\
    org.opencontainers.image.title=tide-table \\
    org.opencontainers.image.url=https://example.org/tides \\
    org.opencontainers.image.version=2.1.0
`);
  });

  it('takes name and version of the definition before those of the project, and labels that are written before all', () => {
    const labels = { oci: true, 'org.opencontainers.image.source': 'https://mirror.example.org/tides', 'org.opencontainers.image.revision': 'r7' };
    expect(labelled({ name: 'ebb', version: '3', labels }, { project: { ...project, description: ' ' } }))
      .toBe(`LABEL org.opencontainers.image.authors="Ada <ada@example.org>" \\
    org.opencontainers.image.documentation=https://example.org/manual \\
    org.opencontainers.image.licenses=MIT \\
    org.opencontainers.image.revision=r7 \\
    org.opencontainers.image.source=https://mirror.example.org/tides \\
    org.opencontainers.image.title=ebb \\
    org.opencontainers.image.url=https://example.org/tides \\
    org.opencontainers.image.version=3
`);
  });

  it('has of the definition alone name and version, and never the name of the folder', () => {
    const text = 'LABEL org.opencontainers.image.title=ebb \\\n    org.opencontainers.image.version=3\n';
    expect(labelled({ name: 'ebb', version: '3', labels: { oci: true } }, { dir: 'checkout' })).toBe(text);
    expect(labelled({ labels: { oci: true }, cmd: ['date'] }, { dir: 'checkout' })).toBe('CMD ["date"]\n');
  });

  it('may be asked for by a preset, and refused by the definition', () => {
    const presets = [{ labels: { oci: true } }];
    expect(labelled({ name: 'ebb', presets })).toBe('LABEL org.opencontainers.image.title=ebb\n');
    expect(labelled({ name: 'ebb', presets, labels: { oci: false }, cmd: ['date'] })).toBe('CMD ["date"]\n');
  });

  it('is of the stage that is the image, be it the target', () => {
    const stages = { service: { base: 'debian:bookworm-slim', labels: { oci: true } } };
    expect(labelled({ name: 'ebb', stages, target: 'service' })).toContain('AS service\n\nLABEL org.opencontainers.image.title=ebb\n');
    expect(labelled({ name: 'ebb', stages })).toEqual([
      {
        code: 'oci-in-stage',
        severity: 'error',
        origin: { path: ['stages', 'service', 'labels', 'oci'] },
        message: '"oci" labels the image, and the stage "service" is not the image',
        hint: 'write it in the labels of the stage that becomes the image',
      },
    ]);
    expect(labelled({ stages: { service: { base: 'debian:bookworm-slim' } }, target: 'service', labels: { oci: true } })).toEqual([
      {
        code: 'oci-in-stage',
        severity: 'error',
        origin: { path: ['labels', 'oci'] },
        message: '"oci" labels the image, and the final stage is not the image',
        hint: 'write it in the labels of the stage that becomes the image',
      },
    ]);
  });

  it('is no label, and no label is true or false', () => {
    const labels = { oci: 'yes', nightly: true, size: null } as unknown as { oci: boolean };
    expect(labelled({ labels })).toEqual([
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['labels', 'oci'] },
        message: '"oci" is no label: it is true or false',
        hint: 'write oci: true for the labels that package.json and git give',
      },
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['labels', 'nightly'] },
        message: '"nightly" is true, and a label is a text',
        hint: "write 'true'",
      },
      {
        code: 'wrong-type',
        severity: 'error',
        origin: { path: ['labels', 'size'] },
        message: "labels.size must be a string, a number or expand('…'), not null",
      },
    ]);
  });
});
