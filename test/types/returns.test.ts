/** What the helpers return, as both compilers see it: compilers.test.ts compiles this file, too. */

import { assertType, expectTypeOf, test } from 'vitest';
import type { Compiled } from '../../src/pipeline.js';
import { defineImage } from '../../src/spec/define-image.js';
import { definePreset } from '../../src/spec/define-preset.js';
import { bind, cache, secret, ssh, tmpfs } from '../../src/spec/mounts.js';
import { arg, copy, env, file, raw, run, shell, user, workdir } from '../../src/spec/steps.js';
import type * as types from '../../src/spec/types.js';
import { expand, override, prependPath } from '../../src/spec/values.js';

test('a definition may be the base of another', () => {
  const image = defineImage({ base: 'alpine:3.20', stages: { build: { base: 'scratch' } } });
  expectTypeOf(image).toEqualTypeOf<types.DefinedImage>();
  assertType<types.Base>(image);
});

test('a function stays the function that it was', () => {
  const image = defineImage(({ mode, env: variables, args }) => {
    expectTypeOf(mode).toEqualTypeOf<string>();
    expectTypeOf(variables).toEqualTypeOf<Readonly<Record<string, string | undefined>>>();
    expectTypeOf(args).toEqualTypeOf<readonly string[]>();
    return { base: 'debian:bookworm-slim' };
  });
  expectTypeOf(image).parameters.toEqualTypeOf<[types.ImageInput]>();
  expectTypeOf(image).returns.toEqualTypeOf<{ readonly base: 'debian:bookworm-slim' }>();
  const later = defineImage(async () => ({ base: 'debian:bookworm-slim' }));
  expectTypeOf(later).returns.resolves.toEqualTypeOf<{ readonly base: 'debian:bookworm-slim' }>();
});

test('a record and a list keep their definitions', () => {
  const counter = defineImage({ base: 'alpine:3.20' });
  expectTypeOf(defineImage({ counter }).counter).toEqualTypeOf<types.DefinedImage>();
  expectTypeOf(defineImage([counter])[0]).toEqualTypeOf<types.DefinedImage>();
});

test('steps know the stages that they take from', () => {
  expectTypeOf(copy('a', '/a')).toEqualTypeOf<types.CopyStep<never>>();
  expectTypeOf(copy('a', '/a', { stage: 'build' })).toEqualTypeOf<types.CopyStep<'build'>>();
  expectTypeOf(run('make')).toEqualTypeOf<types.RunStep<never>>();
  expectTypeOf(run('make', { mounts: [bind('/a', { stage: 'build' })] })).toEqualTypeOf<types.RunStep<'build'>>();
  expectTypeOf(bind('/a')).toEqualTypeOf<types.BindMountOptions<never>>();
});

test('the other helpers return their step, mount or value', () => {
  expectTypeOf(file('/a', 'text')).toEqualTypeOf<types.FileStep>();
  expectTypeOf(env({ A: 'b' })).toEqualTypeOf<types.EnvStep>();
  expectTypeOf(arg('A')).toEqualTypeOf<types.ArgStep>();
  expectTypeOf(user('app')).toEqualTypeOf<types.UserStep>();
  expectTypeOf(workdir('/a')).toEqualTypeOf<types.WorkdirStep>();
  expectTypeOf(shell(['sh'])).toEqualTypeOf<types.ShellStep>();
  expectTypeOf(raw('USER app')).toEqualTypeOf<types.RawStep>();
  expectTypeOf(cache('/a')).toExtend<types.CacheMountOptions>();
  expectTypeOf(secret('a')).toEqualTypeOf<types.SecretMountOptions>();
  expectTypeOf(ssh()).toEqualTypeOf<types.SshMountOptions>();
  expectTypeOf(tmpfs('/a')).toEqualTypeOf<types.TmpfsMountOptions>();
  expectTypeOf(expand('$A')).toEqualTypeOf<types.Expansion>();
  expectTypeOf(prependPath('/a')).toEqualTypeOf<types.Expansion>();
  expectTypeOf(override(['git'])).toEqualTypeOf<types.Override<string[]>>();
});

test('a preset takes the options that its author typed, none where all may be left out', () => {
  const free = definePreset({ name: 'free', define: ({ locale }: { locale?: string }) => ({ env: { LANG: locale ?? 'C.UTF-8' } }) });
  const bound = definePreset({ name: 'bound', define: ({ version }: { version: string }) => ({ pip: [`snakemake==${version}`] }) });
  expectTypeOf(free).parameters.toEqualTypeOf<[options?: { locale?: string }]>();
  expectTypeOf(bound).parameters.toEqualTypeOf<[options: { version: string }]>();
  expectTypeOf(bound).returns.toEqualTypeOf<types.Preset>();
});

test('only what compiled has a Dockerfile', () => {
  type Done = Extract<Compiled, { readonly ok: true }>;
  type Failed = Extract<Compiled, { readonly ok: false }>;
  expectTypeOf<Done['dockerfile']>().toEqualTypeOf<string>();
  expectTypeOf<'dockerfile' extends keyof Failed ? true : false>().toEqualTypeOf<false>();
  expectTypeOf<Done['diagnostics']>().toEqualTypeOf<Failed['diagnostics']>();
});
