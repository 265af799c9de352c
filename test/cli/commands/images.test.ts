import { describe, expect, it } from 'vitest';
import { command, folderWith, programFolder } from '../../support/command.js';
import { dockerWith, tidesId } from '../../support/docker-with.js';

const tides = "export default { name: 'tides', version: '0.1', base: 'debian:bookworm-slim' };\n";
const kept = {
  images: [
    { name: 'tides:0.1', id: tidesId },
    { name: 'tides.example.org/almanac', id: tidesId },
    { name: '<none>:<none>', id: 'b2'.repeat(32) },
  ].map(({ name, id }) => ({ name: name.includes(':') ? name : `${name}:2026`, id })),
};

const images = (words: readonly string[], PATH = dockerWith(kept), definition = tides) =>
  command(['images', ...words], folderWith({ 'image.ts': definition }), { PATH });

describe('images', () => {
  it('lists the images of the project, whichever name they have', () => {
    expect(images([])).toEqual({
      status: 0,
      stdout: `REPOSITORY                  TAG      IMAGE ID       CREATED      SIZE
tides                       0.1      a1a1a1a1a1a1   3 days ago   190MB
tides.example.org/almanac   2026     a1a1a1a1a1a1   3 days ago   190MB
<none>                      <none>   b2b2b2b2b2b2   3 days ago   190MB
`,
      stderr: '',
    });
  });

  it('prints with -q each id once', () => {
    expect(images(['-q']).stdout).toBe('a1a1a1a1a1a1\nb2b2b2b2b2b2\n');
  });

  it('gives data with --json', () => {
    expect(JSON.parse(images(['--json']).stdout)).toEqual({
      ok: true,
      engine: 'docker',
      images: [
        { repository: 'tides', tag: '0.1', id: tidesId, created: '3 days ago', size: '190MB' },
        { repository: 'tides.example.org/almanac', tag: '2026', id: tidesId, created: '3 days ago', size: '190MB' },
        { id: 'b2'.repeat(32), created: '3 days ago', size: '190MB' },
      ],
    });
  });

  it('says how to make one where there is none, and nothing with --quiet', () => {
    const stderr = 'there is no image of tides yet; "imagewright build" makes it\n';
    expect(images([], dockerWith({}))).toEqual({ status: 0, stdout: '', stderr });
    expect(images(['--quiet'], dockerWith({}))).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(JSON.parse(images(['--json'], dockerWith({})).stdout)).toEqual({ ok: true, engine: 'docker', images: [] });
  });

  it('is about all images of the file, or one', () => {
    const several = `const base = 'debian:bookworm-slim';
export default { sea: { name: 'tides', base }, sky: { name: 'moon', registry: 'registry.example.org', base } };
`;
    expect(images(['-q'], undefined, several).stdout).toBe('a1a1a1a1a1a1\nb2b2b2b2b2b2\n');
    expect(images(['--image', 'sky'], undefined, several).stderr).toBe(
      'there is no image of registry.example.org/moon yet; "imagewright build" makes it\n',
    );
  });

  it('finds them where the definition has faults, or lacks a file, and takes another file by --file', () => {
    const faulty = tides.replace(
      "base: 'debian:bookworm-slim'",
      "base: 'debian:bookworm-slim', copy: { almanac: '/almanac' }, run: ['apt install tides']",
    );
    expect(images(['-q'], undefined, faulty).stdout).toBe('a1a1a1a1a1a1\nb2b2b2b2b2b2\n');
    const folder = folderWith({ 'sea/tides.ts': tides });
    expect(command(['images', '-q', '--file', 'sea/tides.ts'], folder, { PATH: dockerWith(kept) }).stdout).toBe('a1a1a1a1a1a1\nb2b2b2b2b2b2\n');
  });

  it('passes on what an engine says that does not answer, and its exit code', () => {
    const PATH = programFolder('docker', 'echo "Cannot connect to the daemon" >&2; exit 5');
    const stderr = 'error: docker does not answer: Cannot connect to the daemon   (engine-failed)\nhint: see "imagewright doctor"\n';
    expect(images([], PATH)).toEqual({ status: 5, stdout: '', stderr });
  });

  it('takes no names', () => {
    expect(images(['tides'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: "tides" is one argument too many   (usage)\nhint: see "imagewright images --help"\n',
    });
  });
});
