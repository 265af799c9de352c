import { describe, expect, it } from 'vitest';
import { recentFrontend } from '../../src/rules/recent-frontend.js';
import { at, copy, debian, file, run } from '../support/instructions.js';

describe('recentFrontend', () => {
  it('says which flag needs which frontend and engine, and what would do without', () => {
    const program = debian(
      copy('docs', '/app/', { parents: true, exclude: ['*.tmp'] }),
      copy('/src', '/src', { from: { stage: 'build' }, exclude: ['*.o', '*.d'] }),
      run('mount', { security: 'insecure' }),
      run('make', { security: 'sandbox' }),
    );
    expect(recentFrontend.check(program)).toEqual([
      {
        origin: at('copy', 'docs'),
        message: 'COPY --parents needs version 1.20 of the Dockerfile frontend, which Docker has since 29.1',
        hint: `build with Docker 29.1 or newer, write dockerfile: { frontend: '1.20' }, or name the target of each folder: { from: 'a/b', to: '/app/a/b' }`,
      },
      {
        origin: at('copy', 'docs'),
        message: 'COPY --exclude needs version 1.19 of the Dockerfile frontend, which Docker has since 28.5',
        hint: `build with Docker 28.5 or newer, write dockerfile: { frontend: '1.19' }, or leave the files out of the build context with ignore`,
      },
      {
        origin: at('copy', '/src'),
        message: 'COPY --exclude needs version 1.19 of the Dockerfile frontend, which Docker has since 28.5',
        hint: `build with Docker 28.5 or newer, write dockerfile: { frontend: '1.19' }, or remove the files in the stage that they come from`,
      },
      {
        origin: at('run', 'mount'),
        message: 'RUN --security needs version 1.20 of the Dockerfile frontend, which Docker has since 29.1',
        hint: `build with Docker 29.1 or newer, write dockerfile: { frontend: '1.20' }, or do without the privilege`,
      },
      {
        origin: at('run', 'make'),
        message: 'RUN --security needs version 1.20 of the Dockerfile frontend, which Docker has since 29.1',
        hint: `build with Docker 29.1 or newer, write dockerfile: { frontend: '1.20' }, or leave security out: "sandbox" is the default`,
      },
    ]);
  });

  it('accepts what Docker 27 has', () => {
    const program = debian(
      copy('docs', '/app/', { link: true, chmod: '755', chown: 'app' }),
      file('/etc/motd', 'Hello\n'),
      run('pip install x', { network: 'none', mounts: [{ type: 'secret', id: 'token', env: 'TOKEN' }] }),
      {
        kind: 'healthcheck',
        origins: [at('healthcheck')],
        command: { form: 'exec', argv: ['true'] },
        startInterval: '1s',
      },
    );
    expect(recentFrontend.check(program)).toEqual([]);
  });
});
