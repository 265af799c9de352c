/**
 * `build`: generate, then the engine's own build, which is shown with the names of image.ts and whose exit code is passed through.
 */

import { buildImages } from '../build-images.js';
import { command } from '../command.js';
import { compileOptions } from '../compile-options.js';
import { definitionSubject } from '../definition-subject.js';
import { engineOption } from '../engine-option.js';
import { progressKinds } from '../progress/choose-progress.js';

export const build = command({
  subject: definitionSubject,
  summary: 'generate, then build the image with your engine',
  options: {
    ...compileOptions,
    ...engineOption,
    tag: { alias: 't', type: 'string', array: true, nargs: 1, describe: 'name the image so, instead of what the definition says' },
    platform: { type: 'string', array: true, nargs: 1, describe: 'linux/amd64,linux/arm64' },
    push: { type: 'boolean', default: false, describe: 'push it to its registry' },
    load: { type: 'boolean', default: false, describe: "into the engine's store, where its builder would keep it to itself" },
    cache: { type: 'boolean', default: true, describe: 'use layers of earlier builds (--no-cache: none)' },
    'cache-from': { type: 'string', array: true, nargs: 1, describe: 'take layers from there too' },
    'cache-to': { type: 'string', array: true, nargs: 1, describe: 'keep the layers there' },
    pull: { type: 'boolean', default: false, describe: 'ask the registry for the bases, also for those that are here' },
    secret: { type: 'string', array: true, nargs: 1, describe: 'id=NAME,src=FILE or id=NAME,env=VARIABLE' },
    ssh: { type: 'string', array: true, nargs: 1, describe: 'default, or ID=KEY: an SSH agent, or a key, for commands that ask for one' },
    provenance: { type: 'string', nargs: 1, describe: 'true or mode=max: attest how the image was made; false: not' },
    sbom: { type: 'string', nargs: 1, describe: 'true: attest what is in the image' },
    progress: {
      choices: progressKinds,
      default: 'auto' as const,
      describe: 'plain: lines; tty: drawn in place; json: an event a line, on stdout; auto: as stderr is a terminal or not',
    },
    watch: { type: 'boolean', default: false, describe: 'again whenever the definition, a file that it names, or one that is copied changes' },
    force: { type: 'boolean', default: false, describe: 'replace files that were written or changed by hand' },
    'dry-run': { type: 'boolean', default: false, describe: 'print the command, do nothing' },
  },
  examples: [
    ['imagewright build', 'the name and the version of the definition are its tag'],
    ['imagewright build --progress plain', 'all that is printed while it builds'],
    ['imagewright build -- --pull', 'an option of the engine'],
  ],
  manual: {
    about: [
      'Writes the generated files as "generate" does, then lets the engine build them; its progress is shown as it is, on stderr with --json. Several images are built in the order in which they need each other.',
      'What stands after -- goes to the build command of the engine. No secret is ever a build argument: --secret mounts it for the commands that ask for it.',
    ],
    afterDashes: 'options of the engine',
    seeAlso: ['run', 'doctor', 'generate'],
  },
  run: buildImages,
});
