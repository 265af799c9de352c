import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeEngine, docker } from '../support/engine.js';
import { command, folderWith } from '../support/command.js';

const definition = (tide: string) => `export default {
  name: 'explain-test',
  base: 'debian:bookworm-slim',
  stages: { build: { base: 'debian:bookworm-slim', run: ['head -c 3000000 /dev/zero > /tide'] } },
  copy: [{ stage: 'build', from: '/tide', to: '/srv/' }],
  run: ['echo ${tide} > /srv/now'],
  cmd: ['cat', '/srv/now'],
};
`;

/** The engine keeps records by the names of folders: this one no other test has. */
function projectFolder(): string {
  return join(folderWith({ 'explain-test/image.ts': definition('ebb') }), 'explain-test');
}

/** With the engine. */
function ended(args: readonly string[], folder: string) {
  return command(args, folder, process.env as Readonly<Record<string, string>>);
}

describeEngine('explain --after-build', () => {
  it('tells what each step took and holds, and from which line of image.ts it comes', () => {
    const folder = projectFolder();
    expect(ended(['build', '--no-cache', '--quiet'], folder).status).toBe(0);
    const { built } = JSON.parse(ended(['explain', '--after-build', '--json'], folder).stdout).images[0];
    docker(['rmi', '--force', 'explain-test:latest']);
    expect(built).toEqual([
      step('build 2/2', 'RUN head -c 3000000 /dev/zero > /tide', 'stages.build.run[0]', 4),
      {
        ...step('stage-1 2/3', 'COPY --from=build /tide /srv/', 'copy[0]', 5),
        bytes: expect.toSatisfy((bytes: number) => bytes >= 3_000_000 && bytes < 3_200_000),
      },
      { ...step('stage-1 3/3', 'RUN echo ebb > /srv/now', 'run[0]', 6), bytes: expect.toSatisfy((bytes: number) => bytes < 100_000) },
    ]);
  });

  it('refuses an image that is not there, and one that was built from something else', () => {
    const folder = projectFolder();
    const missing = ended(['explain', '--after-build'], folder);
    expect(missing).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: there is no image "explain-test:latest"   (not-built)\nhint: build it first: imagewright build\n',
    });
    ended(['build', '--quiet'], folder);
    writeFileSync(join(folder, 'image.ts'), definition('flood').replace("run: ['echo", "files: { '/srv/other': '' }, run: ['echo"));
    const other = ended(['explain', '--after-build'], folder);
    docker(['rmi', '--force', 'explain-test:latest']);
    expect(other).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'error: the image "explain-test:latest" was not built from this Dockerfile: its history has no COPY there   (not-built)\nhint: build it again: imagewright build\n',
    });
  });
});

function step(place: string, text: string, origin: string, line: number) {
  return {
    place,
    text,
    cached: false,
    seconds: expect.any(Number),
    origins: [expect.objectContaining({ origin, file: 'image.ts', line })],
  };
}
