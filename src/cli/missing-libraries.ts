/**
 * missingLibraries(): what was made in one stage and copied to another may want shared libraries that only the first one has. Looks in the image that was built, for every
 * program and library below what was copied from stages, and gives a warning for each library that is not there.
 *
 *     COPY --from=build /opt/venv /opt/venv          "libpq.so.5" is not in the image, and /opt/venv/…/_psycopg.so needs it
 *
 * Says nothing of an image without a shell, `find` or `ldd`, and of one that the engine does not keep, or cannot run.
 */

import { ask } from '../engine/ask.js';
import type { Diagnostic } from '../diagnostics.js';
import { copiedPlace } from '../ir/copied-place.js';
import type { Copy, Instruction } from '../ir/instruction.js';
import { imageStage, type Program } from '../ir/program.js';
import type { EngineChoice } from './choose-engine.js';
import type { Fault } from './fault.js';
import { locateFaults, type PendingFault } from './locate-faults.js';
import type { ProjectImage } from './project.js';

/** `ldd` of musl takes one program and tells on stderr what it lacks; that of glibc names a program only where it is given several. */
const EACH = `for file; do echo "$file:"; ldd "$file" 2>&1; done`;

/** Names of files come first, then what `ldd` says of each program. */
const LOOK = `find "$@" -name "*.so*"; echo --; find "$@" -type f \\( -name "*.so*" -o -perm -100 \\) -exec sh -c '${EACH}' sh {} +`;

/** An image that was built, and a name of it. */
export interface BuiltImage extends ProjectImage {
  readonly tag: string;
}

/** `file`: the definition file, where faults are looked up. */
export async function missingLibraries(images: readonly BuiltImage[], choice: EngineChoice, file: string): Promise<readonly Fault[]> {
  const pending: PendingFault[] = [];
  for (const image of images) pending.push(...(await missingIn(image, choice)).map((diagnostic) => ({ diagnostic, path: image.path })));
  return pending.length === 0 ? [] : locateFaults(file, pending);
}

async function missingIn({ tag, compiled }: BuiltImage, { engine, program }: EngineChoice): Promise<readonly Diagnostic[]> {
  const copies = copiedFromStages(compiled.program);
  if (copies.length === 0 || engine.runArguments === undefined) return [];
  const command = ['-c', LOOK, 'sh', ...copies.map(({ place }) => place)];
  const { stdout } = await ask(program, engine.runArguments({ ...QUIET, image: tag, command }));
  return wantedLibraries(stdout).flatMap(({ library, user }): readonly Diagnostic[] => {
    const copy = copies.find(({ place }) => `${user}/`.startsWith(`${place}/`));
    return copy === undefined ? [] : [warning(library, user, copy.copy)];
  });
}

/** Whatever the image would do by itself, and without a network. */
const QUIET = {
  ...{ entrypoint: '/bin/sh', network: 'none', pull: 'never' as const, user: '0' },
  ...{ remove: true, interactive: false, tty: false, detach: false, mounts: [], volumes: [], ports: [], env: [] },
} as const;

interface Copied {
  readonly copy: Copy;
  readonly place: string;
}

function copiedFromStages(program: Program): readonly Copied[] {
  const { instructions } = imageStage(program);
  return instructions.flatMap((instruction: Instruction, index): readonly Copied[] => {
    if (instruction.kind !== 'copy' || instruction.from === undefined || !('stage' in instruction.from)) return [];
    const place = copiedPlace(instruction, instructions.slice(0, index));
    return place === undefined || place === '/' ? [] : [{ copy: instruction, place }];
  });
}

interface Wanted {
  readonly library: string;
  /** The first file that wants it. */
  readonly user: string;
}

/** Of glibc's `ldd`, and of musl's. A library that lies below what was copied is found by who uses it, if not by `ldd`. */
function wantedLibraries(output: string): readonly Wanted[] {
  const [files = '', said = ''] = output.split('\n--\n');
  const there = new Set(files.split('\n').map((path) => path.split('/').at(-1)));
  const wanted = new Map<string, string>();
  let user = '';
  for (const line of said.split('\n')) {
    user = /^(\/.*):$/.exec(line)?.[1] ?? user;
    const library = /^\s+(\S+) => not found/.exec(line)?.[1] ?? /Error loading shared library (\S+):/.exec(line)?.[1];
    if (library !== undefined && !there.has(library) && !wanted.has(library)) wanted.set(library, user);
  }
  return [...wanted].map(([library, each]) => ({ library, user: each }));
}

function warning(library: string, user: string, { origins }: Copy): Diagnostic {
  return {
    code: 'missing-library',
    severity: 'warning',
    origin: origins[0]!,
    message: `"${library}" is not in the image, and ${user} needs it`,
    hint: 'add the package that has it to those that the image holds',
  };
}
