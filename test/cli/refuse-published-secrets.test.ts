import { expect, it } from 'vitest';
import { command, folderWith } from '../support/command.js';

const folder = () => folderWith({ 'image.ts': "export default { name: 'tides', base: 'debian:bookworm-slim', args: { EDITION: '1' } };\n" });
const build = (...words: readonly string[]) =>
  command(['build', '--dry-run', '--', ...words], folder(), { HTTP_PROXY: 'http://tide:ebb@proxy.example.org:3128' });

const max = '--provenance=mode=max';
const proxy = 'HTTPS_PROXY=http://tide:ebb@proxy.example.org:3128';

it.each([
  ['HTTPS_PROXY', [max, '--build-arg', proxy]],
  ['HTTP_PROXY', ['--build-arg', 'HTTP_PROXY', '--attest', 'type=provenance,mode=max']],
  ['API_TOKEN', ['--provenance', 'true,mode=max', '--build-arg=API_TOKEN=x1']],
])('a secret is not published with the build arguments: %s', (name, words) => {
  expect(build(...words)).toEqual({
    status: 2,
    stdout: '',
    stderr: `error: an attestation with mode=max publishes the build arguments, and ${name} looks like a secret   (published-secret)\nhint: leave mode=max out, or give secrets with --secret\n`,
  });
});

it.each([[['--build-arg', proxy]], [[max, '--build-arg', 'EDITION=2']], [['--provenance=mode=min', '--build-arg', proxy]], [['--sbom=true', max]]])(
  'what publishes none is built: %j',
  (words) => {
    expect(build(...words).status).toBe(0);
  },
);
