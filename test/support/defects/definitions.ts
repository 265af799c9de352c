/** The definition itself: what is misspelt, what is left out, and what the language does not know. */

import { base, type DefectCase } from './defect-case.js';

const existing = [
  'RUN --mount=type=cache,target=/x apt-get update && \\\n    apt-get install -y git',
  'ENV A=1 B=2',
  'COPY --chown=1:1 ["a b", "/c d"]',
];
const heredoc = 'RUN <<EOF\necho 1\nEOF';

export const definitions: readonly DefectCase[] = [
  {
    defect: 'a field that is not known is passed over, and the build ends well without it',
    behaviour: 'a field that is not known is refused, with the one that was meant',
    definition: { base, ospackage: ['git'], aptt: ['curl'], stages: { build: { base, wrokdir: '/src' } } },
    told: [
      'stages.build.wrokdir: unknown field "wrokdir"; did you mean "workdir"?',
      'ospackage: unknown field "ospackage"; take it out; what the language does not know can be said with "raw"',
      'aptt: unknown field "aptt"; did you mean "apt"?',
    ],
  },
  {
    defect: '"not valid under any of the given schemas", "Input Validation error": not where, nor what would be right',
    behaviour: 'what is wrong with a value is told with its place, all at once',
    definition: { base, apt: { packages: 'git' }, copy: [{ from: 'a', too: '/b' }], expose: ['http'] },
    told: [
      "apt.packages: apt.packages must be a list of strings, not a string; write packages: ['git']",
      'copy[0].too: unknown field "too"; did you mean "to"?',
      `expose[0]: "http" is no port; write 0 to 65535, a range, and tcp, udp or sctp: 8080, '53/udp', '8000-8010/tcp'`,
    ],
  },
  {
    defect: 'a stage has its name in one place and is called by it in another, and the two can disagree',
    behaviour: 'a stage has the name that it stands under, and another is refused',
    definition: { base, stages: { build: { base, run: ['make'] } }, copy: [{ stage: 'biuld', from: '/src/tide', to: '/usr/bin/' }] },
    told: ['copy[0].stage: there is no stage "biuld"; did you mean "build"?'],
  },
  {
    defect: 'a Dockerfile that is taken over loses flags, continued lines, variables, heredocs and HEALTHCHECK',
    behaviour: 'text of a Dockerfile is printed as it is',
    definition: { base, raw: [...existing, heredoc, 'HEALTHCHECK CMD true'] },
    dockerfile: `FROM ${base}\n\n${existing[0]}\n\n${existing.slice(1).join('\n')}\n\n${heredoc}\n\nHEALTHCHECK CMD true`,
  },
];
