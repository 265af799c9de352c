/** What engines print of a build, as it was printed by each, and what is understood of it. */

import { describe, expect, it } from 'vitest';
import type { BuildEvent, EventReader } from '../../src/engine/build-events.js';
import { readPlain } from '../../src/engine/read-plain.js';
import { readRawjson } from '../../src/engine/read-rawjson.js';
import { readSteps } from '../../src/engine/read-steps.js';

/** All events of a text, one a line. */
function events({ read, end }: EventReader, text: string): string {
  return [...text.split('\n').flatMap(read), ...end()].map(shown).join('\n');
}

function shown(event: BuildEvent): string {
  switch (event.kind) {
    case 'step':
      return `${event.id} ${event.name} ${event.state}${event.seconds === undefined ? '' : ` ${event.seconds}`}${event.error === undefined ? '' : ` ${event.error}`}`;
    case 'log':
      return `${event.id} | ${event.lines.join(' | ')}`;
    case 'transfer':
      return `${event.id} ${event.part} ${event.current}/${event.total}`;
    case 'warning':
      return `warning ${event.lines.join(',')} ${event.message}`;
    case 'text':
      return `text ${event.line}`;
  }
}

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const json = (...messages: readonly object[]) => messages.map((message) => JSON.stringify(message)).join('\n');

describe('rawjson', () => {
  const make = { digest: 'a', name: '[2/2] RUN make' };
  const log = (data: string | Buffer, stream = 1) => ({ logs: [{ vertex: 'a', stream, data: base64(data) }] });

  it('is told of steps whenever something of them is known, and of why they failed', () => {
    const started = '2026-01-02T03:04:05.5Z';
    const text = json(
      { vertexes: [make] },
      { vertexes: [{ ...make, started }] },
      log('cc -c tide.c\n'),
      {
        vertexes: [
          { ...make, started, completed: '2026-01-02T03:04:07Z', error: 'process "/bin/sh -c make" did not complete successfully: exit code: 2' },
        ],
      },
      {
        vertexes: [
          { digest: 'b', name: '[1/2] FROM debian', started, error: 'rpc error: code = Canceled desc = context canceled: context canceled' },
        ],
      },
      { vertexes: [{ digest: 'c', name: '[3/3] RUN date', started, completed: started, cached: true }] },
    );
    expect(events(readRawjson(), text)).toBe(`a [2/2] RUN make waiting
a [2/2] RUN make running
a | cc -c tide.c
a [2/2] RUN make failed 1.5 process "/bin/sh -c make" did not complete successfully: exit code: 2
b [1/2] FROM debian canceled
c [3/3] RUN date cached`);
  });

  it('prints in pieces that end anywhere, over what it printed before, and in colours', () => {
    const [first, second] = [Buffer.from('flöd').subarray(0, 3), Buffer.from('flöd').subarray(3)];
    const text = json(log('eb'), log('b\n'), log(first), log('warned\n', 2), log(second), log('\n10%\r20%\rdone\r\n\u001b[31mred\u001b[0m\nrest'), {
      vertexes: [{ ...make, started: '2026-01-02T03:04:05Z', completed: '2026-01-02T03:04:05Z' }],
    });
    expect(events(readRawjson(), text)).toBe(`a | ebb
a | warned
a | flöd | done | red
a | rest
a [2/2] RUN make done 0`);
  });

  it('tells how much has come, what the builder finds odd, and what docker says itself', () => {
    const text = [
      'WARNING: No output specified with docker-container driver.',
      json(
        {
          statuses: [
            { id: 'sha256:1', vertex: 'a', current: 5, total: 20 },
            { id: 'extracting', vertex: 'a' },
          ],
        },
        { warnings: [{ short: base64('JSONArgsRecommended: ...'), range: [{ start: { line: 4 }, end: { line: 5 } }] }] },
      ),
      '{ no JSON',
      '',
    ].join('\n');
    expect(events(readRawjson(), text)).toBe(`text WARNING: No output specified with docker-container driver.
a sha256:1 5/20
warning 4,5 JSONArgsRecommended: ...
text { no JSON`);
  });
});

it('plain text of BuildKit tells the same', () => {
  const text = `#0 building with "default" instance using docker driver

#1 [internal] load build definition from Dockerfile
#1 transferring dockerfile: 216B done
#1 DONE 0.0s

#4 [build 2/3] WORKDIR /opt
#4 CACHED

#6 [build 3/3] RUN echo one && exit 3
#6 0.116 one
#6 ...

#7 [stage-1 2/2] RUN sleep 9
#7 CANCELED

#6 [build 3/3] RUN echo one && exit 3
#6 0.318 two
#6 ERROR: process "/bin/sh -c echo one && exit 3" did not complete successfully: exit code: 3
------
 > [build 3/3] RUN echo one && exit 3:
------
ERROR: failed to build: failed to solve: exit code: 3`;
  expect(events(readPlain(), text)).toBe(`text #0 building with "default" instance using docker driver
1 [internal] load build definition from Dockerfile running
1 [internal] load build definition from Dockerfile done 0
4 [build 2/3] WORKDIR /opt running
4 [build 2/3] WORKDIR /opt cached
6 [build 3/3] RUN echo one && exit 3 running
6 | one
7 [stage-1 2/2] RUN sleep 9 running
7 [stage-1 2/2] RUN sleep 9 canceled
6 [build 3/3] RUN echo one && exit 3 running
6 | two
6 [build 3/3] RUN echo one && exit 3 failed process "/bin/sh -c echo one && exit 3" did not complete successfully: exit code: 3
text ------
text  > [build 3/3] RUN echo one && exit 3:
text ------
text ERROR: failed to build: failed to solve: exit code: 3`);
});

describe('the steps', () => {
  it('of Buildah end where the next one begins; what comes on the other stream may come late', () => {
    const text = `[1/2] STEP 1/2: FROM debian:bookworm-slim AS build
[1/2] STEP 2/2: RUN echo ebb
--> Using cache 37a7b8db803d
--> 37a7b8db803d
[2/2] STEP 1/2: FROM debian:bookworm-slim
subprocess exited with status 4
Error: building at STEP "RUN <<EOF": exit status 4
[2/2] STEP 2/2: RUN <<EOF (set -e...)
flood

ebb`;
    expect(events(readSteps(), text)).toBe(`1 1 [1/2] STEP 1/2: FROM debian:bookworm-slim AS build running
1 1 [1/2] STEP 1/2: FROM debian:bookworm-slim AS build done
1 2 [1/2] STEP 2/2: RUN echo ebb running
1 2 [1/2] STEP 2/2: RUN echo ebb cached
2 1 [2/2] STEP 1/2: FROM debian:bookworm-slim running
text Error: building at STEP "RUN <<EOF": exit status 4
2 1 [2/2] STEP 1/2: FROM debian:bookworm-slim done
2 2 [2/2] STEP 2/2: RUN <<EOF (set -e...) running
2 2 | flood
2 2 | 
2 2 | ebb
2 2 [2/2] STEP 2/2: RUN <<EOF (set -e...) failed Error: building at STEP "RUN <<EOF": exit status 4`);
  });

  it('do not end with what pip says that it has built', () => {
    const text = `STEP 1/2: FROM debian:bookworm-slim
STEP 2/2: RUN pip install sgmllib3k && make
Successfully built sgmllib3k
make: *** No targets specified and no makefile found.  Stop.
Error: building at STEP "RUN pip install sgmllib3k && make": while running runtime: exit status 2`;
    expect(events(readSteps(), text)).toBe(`1 1 STEP 1/2: FROM debian:bookworm-slim running
1 1 STEP 1/2: FROM debian:bookworm-slim done
1 2 STEP 2/2: RUN pip install sgmllib3k && make running
1 2 | Successfully built sgmllib3k
1 2 | make: *** No targets specified and no makefile found.  Stop.
text Error: building at STEP "RUN pip install sgmllib3k && make": while running runtime: exit status 2
1 2 STEP 2/2: RUN pip install sgmllib3k && make failed Error: building at STEP "RUN pip install sgmllib3k && make": while running runtime: exit status 2`);
  });

  it('of an image for another platform bear its name; an old Buildah does not show the environment of the machine', () => {
    const text = `[linux/arm64] [1/2] STEP 1/1: FROM debian
STEP 2/2: FOO bar
Error: building at STEP "FOO ": Build error: Unknown instruction: "FOO" &imagebuilder.Step{Env:[]string{"TOKEN=1"}}`;
    expect(events(readSteps(), text)).toBe(`1 1 [linux/arm64] [1/2] STEP 1/1: FROM debian running
1 1 [linux/arm64] [1/2] STEP 1/1: FROM debian done
1 2 STEP 2/2: FOO bar running
text Error: building at STEP "FOO ": Build error: Unknown instruction: "FOO"
1 2 STEP 2/2: FOO bar failed Error: building at STEP "FOO ": Build error: Unknown instruction: "FOO"`);
  });

  it("of Docker's legacy builder are told alike", () => {
    const text = `Sending build context to Docker daemon  2.048kB
Step 1/2 : FROM debian:bookworm-slim
 ---> 8c7fc9d35baa
Step 2/2 : RUN echo ebb; exit 3
 ---> Running in 0d1c4a3a5d3e
ebb
The command '/bin/sh -c echo ebb; exit 3' returned a non-zero code: 3`;
    expect(events(readSteps(), text)).toBe(`text Sending build context to Docker daemon  2.048kB
1 1 Step 1/2 : FROM debian:bookworm-slim running
1 1 Step 1/2 : FROM debian:bookworm-slim done
1 2 Step 2/2 : RUN echo ebb; exit 3 running
1 2 | ebb
text The command '/bin/sh -c echo ebb; exit 3' returned a non-zero code: 3
1 2 Step 2/2 : RUN echo ebb; exit 3 failed The command '/bin/sh -c echo ebb; exit 3' returned a non-zero code: 3`);
  });
});
