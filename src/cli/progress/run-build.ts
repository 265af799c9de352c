/**
 * runBuild(): one build of an engine, shown while it goes on, and remembered: how it ended, and what made it fail.
 *
 * Ctrl-C reaches the engine from the terminal, as it does us: we wait until it has cleaned up, and ask it to end (SIGTERM) where it does not within a second or is told
 * again. A request to end (SIGTERM) is handed on.
 */

import type { BuildEvent, EventReader } from '../../engine/build-events.js';
import type { BuildStream } from '../../engine/engine.js';
import { execute } from '../../engine/execute.js';
import { readPlain } from '../../engine/read-plain.js';
import { readRawjson } from '../../engine/read-rawjson.js';
import { readSteps } from '../../engine/read-steps.js';
import type { BuildCommand } from '../build-commands.js';
import type { EngineChoice } from '../choose-engine.js';
import { createBuildRecord, type BuildRecord } from '../failure/build-record.js';
import type { Output } from '../output.js';
import type { ProjectImage } from '../project.js';
import { advance, finish, noSteps } from './build-state.js';
import { createDisplay } from './create-display.js';
import type { ProgressKind } from './choose-progress.js';
import { engineDisplay } from './engine-display.js';
import { onInterrupts } from './on-interrupts.js';
import { createStepNames } from './step-names.js';

export interface Building {
  readonly image: ProjectImage;
  readonly command: BuildCommand;
  /** Where the engine runs. */
  readonly folder: string;
  /** What stands after `--`. */
  readonly extra: readonly string[];
  readonly progress: ProgressKind;
  readonly legacy: boolean;
}

export interface BuildEnd {
  readonly exitCode: number;
  readonly interrupted: boolean;
  readonly record: BuildRecord;
  /** Lines of the engine's that belong to the failure: to be shown where that cannot be told better. */
  readonly held: readonly string[];
}

const READERS = { rawjson: readRawjson, plain: readPlain, steps: readSteps } satisfies Record<BuildStream['format'], () => EventReader>;

export async function runBuild(choice: EngineChoice, building: Building, output: Output): Promise<BuildEnd> {
  const { command, folder, extra, legacy } = building;
  const own = engineDisplay(extra);
  const stream = choice.engine.buildStream(choice.builder ?? '', legacy);
  const record = createBuildRecord();
  const follower =
    own === 'unread' ? undefined : createFollower(building, { record, reader: READERS[own ?? stream.format](), isOwn: own === undefined }, output);
  const option = own === undefined && stream.option !== undefined ? [stream.option] : [];
  const [verb = '', ...words] = command.arguments;
  const interrupts = onInterrupts();
  try {
    const exitCode = await execute({
      program: choice.program,
      arguments: [verb, ...option, ...words],
      cwd: folder,
      env: command.env,
      stdout: output.json || building.progress === 'json' ? 'stderr' : 'stdout',
      ...(follower === undefined ? {} : { read: { from: stream.from, line: follower.read } }),
      end: interrupts.signal,
    });
    const interrupted = interrupts.exitCode();
    return { exitCode: interrupted ?? exitCode, interrupted: interrupted !== undefined, record, held: follower?.end() ?? [] };
  } finally {
    interrupts.stop();
    follower?.end();
  }
}

interface Follower {
  readonly read: (line: string) => void;
  /** Gives what was held back. */
  readonly end: () => readonly string[];
}

/** Where a failure begins to be told of, behind everything else. */
const FAILURE = /^(?:-{6,}|\S+:\d+|(?:ERROR|Error|error): .*|The command '.*' returned a non-zero code: \d+)$/;

interface Followed {
  readonly record: BuildRecord;
  readonly reader: EventReader;
  /** Whether we show the build; else the engine's lines are passed on. */
  readonly isOwn: boolean;
}

function createFollower(building: Building, { record, reader, isOwn }: Followed, output: Output): Follower {
  const shown = isOwn ? createShown(building, output) : undefined;
  const take = (event: BuildEvent): void => {
    record.add(event);
    shown?.take(event);
  };
  let isOver = false;
  return {
    read: (line) => {
      if (!isOwn) output.problem(`${line}\n`);
      reader.read(line).forEach(take);
    },
    end: () => {
      if (!isOver) {
        reader.end().forEach(take);
        shown?.end();
      }
      isOver = true;
      return shown?.held ?? [];
    },
  };
}

/** A build on our own display. */
function createShown(building: Building, output: Output) {
  const { display, clock } = createDisplay(building, output);
  const names = createStepNames(building.image.compiled.program);
  const held: string[] = [];
  let state = noSteps;
  return {
    held,
    take: (event: BuildEvent): void => {
      if (event.kind === 'text' && (held.length > 0 || FAILURE.test(event.line))) return void held.push(event.line);
      state = advance(state, event, { now: clock.now(), names });
      display.show(event, state);
    },
    end: () => display.end(finish(state, clock.now())),
  };
}
