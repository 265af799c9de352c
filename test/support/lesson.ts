/**
 * The commands of a first lesson about containers, each with what does the same here, in an order in which they can be tried: docs/lesson.md is made of them, and
 * test/engine/lesson.test.ts runs them. They are about this definition.
 */

import { table } from './docs/field-table.js';

export const lessonDefinition = `import { defineImage } from 'imagewright';

export default defineImage({
  name: 'word_count',
  version: '0.1',
  base: 'debian:bookworm-slim',
  cmd: ['sh', '-c', 'cat /etc/debian_version > /results/version; cat /results/version'],
  container: { mounts: [{ host: 'results', to: '/results' }], user: 'caller' },
});
`;

export interface LessonRow {
  readonly does: string;
  /** A command line of Docker. */
  readonly docker: string;
  /** The same of imagewright, in the folder of image.ts. */
  readonly here: string;
}

export const lesson = {
  help: { does: 'what there is, and what an option means', docker: 'docker run --help', here: 'imagewright run --help' },
  'build -t': { does: 'make the image, under a name', docker: 'docker build -t word_count:0.1 .', here: 'imagewright build -t word_count:0.1' },
  build: { does: 'make the image, under its own name', docker: 'docker build -t word_count:0.1 .', here: 'imagewright build' },
  images: { does: 'list images', docker: 'docker images', here: 'imagewright images' },
  'run -v': {
    does: 'run the default command, with a folder of yours',
    docker: 'docker run --rm -v ./results:/results word_count:0.1',
    here: 'imagewright run -v ./results:/results',
  },
  run: {
    does: 'the same, as the definition says: folder, and whose the results are',
    docker: 'docker run --rm -v ./results:/results -u $(id -u):$(id -g) word_count:0.1',
    here: 'imagewright run',
  },
  'run COMMAND': {
    does: 'run another command',
    docker: 'docker run --rm word_count:0.1 cat /etc/hostname',
    here: 'imagewright run -- cat /etc/hostname',
  },
  'run -it': { does: 'a shell in a new container', docker: 'docker run -it --rm word_count:0.1 bash', here: 'imagewright run -it -- bash' },
  'run --name': {
    does: 'a shell in a container that is kept, with a name',
    docker: 'docker run -it --name shell word_count:0.1 bash',
    here: 'imagewright run -it --no-rm --name shell -- bash',
  },
  'start -i': { does: 'go on in it', docker: 'docker start -i shell', here: 'imagewright start -i shell' },
  'run -d': {
    does: 'run in the background',
    docker: 'docker run -d --name worker word_count:0.1 sleep 600',
    here: 'imagewright run -d --name worker -- sleep 600',
  },
  ps: { does: 'list containers that run', docker: 'docker ps', here: 'imagewright ps' },
  'ps -a': { does: 'list all containers', docker: 'docker ps -a', here: 'imagewright ps -a' },
  logs: { does: 'what one printed', docker: 'docker logs shell', here: 'imagewright logs shell' },
  stop: { does: 'end one', docker: 'docker stop worker', here: 'imagewright stop worker' },
  start: { does: 'start it again', docker: 'docker start worker', here: 'imagewright start worker' },
  rm: { does: 'remove containers', docker: 'docker rm -f shell worker', here: 'imagewright rm -f shell worker' },
  login: { does: 'log in to a registry', docker: 'docker login', here: 'imagewright login' },
  tag: {
    does: 'name the image for it',
    docker: 'docker tag word_count:0.1 youruser/word_count:0.1',
    here: 'imagewright tag youruser/word_count:0.1',
  },
  push: { does: 'share it', docker: 'docker push youruser/word_count:0.1', here: 'imagewright push youruser/word_count:0.1' },
  search: { does: 'look for images', docker: 'docker search word_count', here: 'imagewright search word_count' },
  rmi: { does: 'remove images', docker: 'docker rmi word_count:0.1 youruser/word_count:0.1', here: 'imagewright rmi' },
  pull: { does: 'get one that somebody shared', docker: 'docker pull youruser/word_count:0.1', here: 'imagewright pull youruser/word_count:0.1' },
} as const satisfies Readonly<Record<string, LessonRow>>;

/** docs/lesson.md. */
export function lessonPage(): string {
  const code = (line: string) => `\`${line}\``;
  return `# From docker commands to imagewright

Whoever has learned the commands of Docker finds them here under the same names. They are about the image of the folder that one is in, which needs not be named; and about
no others: \`images\`, \`ps\`, \`stop\`, \`start\`, \`logs\`, \`rm\` and \`rmi\` know what is of this project by a label, and leave alone what is not.

\`\`\`ts
${lessonDefinition}\`\`\`

${table(
  ['', 'with docker', 'with imagewright'],
  Object.values<LessonRow>(lesson).map(({ does, docker, here }) => [does, code(docker), code(here)]),
)}

- Docker's own commands do the same to the same images and containers at any time: nothing of imagewright is in them.
- A container is removed when it ends, as with \`--rm\`, unless it runs in the background or \`--no-rm\` says otherwise.
- Folders for \`-v\` may be relative; those that are not there are made, and are yours. \`-u caller\`, or \`container: { user: 'caller' }\`, makes what is written there yours, too.
- Without a name \`stop\`, \`start\`, \`logs\`, \`rm\` and \`rmi\` mean the only one that there is; of several they list which. \`--all\` is all of them.
- What stands after \`--\` is the command of \`run\`; elsewhere it goes to the engine as it is.

This page is made by \`test/docs.test.ts\` from \`test/support/lesson.ts\`; \`test/engine/lesson.test.ts\` runs each line of the table on an engine, but for Docker's own \`search\`, which asks Docker Hub.
`;
}
