import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.js';
import { dockerWith, tidesId, type Kept } from '../../support/docker-with.js';

const tides = "export default { name: 'tides', version: '0.1', base: 'debian:bookworm-slim' };\n";
const one: Kept = {
  images: [
    { name: 'tides:0.1', id: tidesId },
    { name: 'tides-almanac:2026', id: tidesId },
  ],
};
const two: Kept = { images: [...one.images!, { name: '<none>:<none>', id: 'b2'.repeat(32) }] };
const used: Kept = {
  ...one,
  containers: [
    { name: 'ebb', status: 'Up 2 minutes' },
    { name: 'flow', status: 'Exited (0) 3 hours ago' },
  ],
};

const rmi = (words: readonly string[], kept = one) => command(['rmi', ...words], folderWith({ 'image.ts': tides }), { PATH: dockerWith(kept) });

describe('rmi', () => {
  it('removes the only image, with all of its names', () => {
    expect(rmi([])).toEqual({ status: 0, stdout: '<rmi><--><tides:0.1><tides-almanac:2026>\n', stderr: '' });
  });

  it('removes a name, or by its id the image; what stands after -- is for the engine', () => {
    expect(rmi(['tides-almanac:2026', '--', '--no-prune'], two).stdout).toBe('<rmi><--no-prune><--><tides-almanac:2026>\n');
    expect(rmi(['b2b2b2'], two).stdout).toBe('<rmi><--><b2b2b2b2b2b2>\n');
    expect(rmi([`sha256:${tidesId}`], two).stdout).toBe('<rmi><--><tides:0.1><tides-almanac:2026>\n');
  });

  it('lists them where several could be meant, and removes all with --all', () => {
    expect(rmi([], two)).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: tides has 2 images: tides:0.1 (a1a1a1a1a1a1), tides-almanac:2026 (a1a1a1a1a1a1), b2b2b2b2b2b2   (several-images)
hint: say which, or --all: imagewright rmi tides:0.1
`,
    });
    expect(rmi(['--all'], two).stdout).toBe('<rmi><--><tides:0.1><tides-almanac:2026><b2b2b2b2b2b2>\n');
  });

  it('refuses an image that has containers, and names them; a name of it may go, and with -f all', () => {
    expect(rmi([], used)).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: the image tides:0.1 has containers: ebb (Up 2 minutes), flow (Exited (0) 3 hours ago)   (image-in-use)
hint: remove them first: imagewright rm -f ebb flow
`,
    });
    expect(rmi(['tides-almanac:2026'], used).stdout).toBe('<rmi><--><tides-almanac:2026>\n');
    expect(rmi(['-f'], used).stdout).toBe('<rmi><-f><--><tides:0.1><tides-almanac:2026>\n');
  });

  it('refuses an image of another project, and one that is not there', () => {
    expect(rmi(['other']).stderr).toBe('error: the image "other" is not of tides   (other-image)\nhint: use docker rmi other\n');
    expect(rmi(['tides:0.2']).stderr).toBe('error: there is no image "tides:0.2"   (no-image)\nhint: did you mean "tides:0.1"?\n');
    expect(rmi(['sky']).stderr).toBe('error: there is no image "sky"   (no-image)\nhint: there are tides:0.1, tides-almanac:2026\n');
    expect(rmi([], {}).stderr).toBe('error: there is no image of tides   (no-image)\nhint: "imagewright build" makes it\n');
  });

  it("gives the result with --json, and ends with the engine's own exit code", () => {
    const command = ['docker', 'rmi', '--', 'tides:0.1', 'tides-almanac:2026'];
    const result = { engine: 'docker', command, images: ['tides:0.1', 'tides-almanac:2026'] };
    expect(JSON.parse(rmi(['--json']).stdout)).toEqual({ ok: true, ...result, exitCode: 0 });
    const failed = rmi(['--json'], { ...one, exitCode: 1 });
    expect({ status: failed.status, result: JSON.parse(failed.stdout) }).toEqual({ status: 1, result: { ok: false, ...result, exitCode: 1 } });
    expect(JSON.parse(rmi(['--all', '--json'], {}).stdout)).toEqual({ ok: true, engine: 'docker', images: [], exitCode: 0 });
  });
});
