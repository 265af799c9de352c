/**
 * Definitions at random with mistakes that `docker build --check` tells of: in raw text, and in what fields can say. Each is one of `arbitraryDefinition` with up to
 * three of them somewhere in it.
 */

import fc from 'fast-check';
import type { ImageDefinition, Step } from '../../src/spec/types.js';
import { raw, workdir } from '../../src/spec/steps.js';
import { expand } from '../../src/spec/values.js';
import { arbitraryDefinition } from './arbitrary-definition.js';

interface Mistake {
  /** Somewhere among the steps. */
  readonly step?: Step<never>;
  /** At the end, where what stands before it is done. */
  readonly last?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

const variable = fc.constantFrom('EBB', 'FLOOD_LEVEL', 'HOME', 'TARGETARCH', 'TIDE', 'PATH');
const reading = variable.chain((name) =>
  fc.constantFrom(`$${name}`, `\${${name}}`, `\${${name}:-slack}`, `\${${name}:+slack}`, `"\${${name}-slack}"`, `'$${name}'`, `\\$${name}`),
);

const secretNames = fc
  .tuple(
    fc.constantFrom('auth', 'TOKEN', 'Key', 'PASSWORD', 'passwd', 'SECRET', 'secrets', 'CREDENTIALS', 'apikey', 'keyring', 'TIDE'),
    fc.constantFrom('', 'TIDE_', 'public_', 'MY'),
    fc.constantFrom('', '_FILE', '_2', 'S', '_URL'),
  )
  .map(([word, before, after]) => `${before}${word}${after}`);

/** Instructions whose arguments the builder expands, and some where it does not. */
const expandedRaw = reading.chain((text) =>
  fc.constantFrom(
    `LABEL tide=${text}`,
    `ENV LEVEL=${text}`,
    `ENV A=1 B=${text}`,
    `ARG LEVEL=${text}`,
    `WORKDIR /srv/${text}`,
    `USER ${text}`,
    `VOLUME /mnt/${text}`,
    `EXPOSE 80${text}`,
    `COPY ${text} /srv/`,
    `COPY README.md /srv/${text}/`,
    `COPY --chown=${text} README.md /srv/`,
    `ADD https://example.org/${text} /srv/`,
    `COPY <<EOF /srv/motd\nlevel ${text}\nEOF`,
    `RUN --mount=type=cache,target=/var/cache/${text} true`,
    `RUN echo ${text}`,
    `HEALTHCHECK CMD echo ${text}`,
    `CMD ["echo", "${text.replaceAll(/["\\]/g, '')}"]`,
    `ONBUILD LABEL tide=${text}`,
    `STOPSIGNAL ${text}`,
  ),
);

const keywordCase = fc.constantFrom('run true', 'Run true', 'env LEVEL=low', 'Label tide=ebb', 'copy README.md /srv/', 'cmd ["tides"]');

const otherRaw = fc.constantFrom(
  'ENV LEVEL low',
  'ENV LEVEL low water=1',
  'LABEL tide ebb',
  'ENV LEVEL=low',
  'MAINTAINER someone@example.org',
  'maintainer someone',
  'RUN echo low \\\n\n  water',
  'RUN echo low \\\n# comment\n  water',
  'WORKDIR tides',
  'WORKDIR /tides',
  'WORKDIR ./tides',
  'CMD tides --all',
  'CMD ["tides"]',
  'ENTRYPOINT tides',
  'ENTRYPOINT ["tides"]',
  'HEALTHCHECK NONE',
  'HEALTHCHECK --interval=5s CMD tides --check',
  'HEALTHCHECK CMD ["tides"]',
  'SHELL ["/bin/bash", "-c"]',
  'EXPOSE 80/TCP',
  'EXPOSE 53/udp 80/Tcp',
  'EXPOSE 127.0.0.1:80:80',
  'EXPOSE 8000-8010',
  'ONBUILD ENV LEVEL low',
  'ONBUILD CMD tides',
  'onbuild RUN true',
);

const stageNames = fc.constantFrom('tools', 'Tools', 'TOOLS', 'scratch', 'context', 'build');
const furtherStage = fc.tuple(
  stageNames,
  fc.constantFrom('FROM', 'from'),
  fc.constantFrom('AS', 'as'),
  fc.constantFrom('', '--platform=linux/amd64 ', '--platform=$TARGETPLATFORM ', '--platform=$BUILDPLATFORM '),
  fc.constantFrom('debian:bookworm-slim', 'scratch', 'debian:${EDITION}', 'debian:bookworm-slim${SUFFIX}', 'debian:${TARGETARCH}-${NOPE:-slim}'),
  fc.constantFrom('', '\nCMD tides', '\nENV LEVEL=$EDITION', '\nWORKDIR ebb', '\nARG SUFFIX\nLABEL a=$SUFFIX$EDITION'),
);

const global = (value?: string) => ({ scope: 'global', ...(value === undefined ? {} : { default: value }) });

const fieldMistakes = fc.oneof(
  fc.constantFrom<Readonly<Record<string, unknown>>[]>(
    { cmd: 'tides --all' },
    { entrypoint: 'tides' },
    { shell: ['/bin/bash', '-c'], cmd: 'tides' },
    { base: { image: 'debian:bookworm-slim', platform: 'linux/amd64' } },
    { base: { image: 'debian:bookworm-slim', platform: expand('$TARGETPLATFORM') } },
    { base: { image: 'debian:bookworm-slim', platform: expand('$BUILDPLATFORM') } },
    { base: { image: expand('debian:${EDITION}'), distro: 'debian' }, args: { EDITION: global() } },
    { base: { image: expand('debian:${EDITION:-bookworm-slim}'), distro: 'debian' }, args: { EDITION: global() } },
    { base: { image: expand('debian:${EDITION}-slim'), distro: 'debian' }, args: { EDITION: global('bookworm') } },
    { workdir: expand('$PLACE/tides'), args: { PLACE: 'relative' } },
    { workdir: expand('$PLACE/tides'), args: { PLACE: '/srv' } },
    { ignore: ['README.md'] },
    { ignore: ['texts', '!texts/ebb.txt'] },
    { ignore: ['**/*.md'] },
  ),
  secretNames.map((name) => ({ env: { [name]: 'off' } })),
  secretNames.map((name) => ({ args: { [name]: '/run/tide' } })),
  secretNames.map((name) => ({ args: { [name]: null } })),
  reading.map((text) => ({ env: { LEVEL: expand(text) } })),
  reading.map((text) => ({ labels: { level: expand(text) } })),
);

const mistake: fc.Arbitrary<Mistake> = fc.oneof(
  expandedRaw.map((text) => ({ step: raw(text) })),
  fc.oneof(otherRaw, keywordCase).map((text) => ({ step: raw(text) })),
  otherRaw.map((text) => ({ last: text })),
  secretNames.chain((name) => fc.constantFrom(`ENV ${name}=off`, `ARG ${name}`, `ARG ${name}=off`)).map((text) => ({ step: raw(text) })),
  furtherStage.map(([name, from, as, platform, image, rest]) => ({ last: `${from} ${platform}${image} ${as} ${name}${rest}` })),
  fc.constant({ step: workdir(expand('$PLACE')) }),
  fieldMistakes.map((fields) => ({ fields })),
);

/** Not all compile: some mistakes are refused, which is as good as told. */
export const arbitraryMistakes: fc.Arbitrary<ImageDefinition> = fc
  .tuple(arbitraryDefinition, fc.array(fc.tuple(mistake, fc.nat()), { minLength: 1, maxLength: 3 }))
  .map(([definition, mistakes]) => mistakes.reduce(withMistake, definition as Readonly<Record<string, unknown>>) as unknown as ImageDefinition);

function withMistake(definition: Readonly<Record<string, unknown>>, [{ step, last, fields = {} }, place]: readonly [Mistake, number]) {
  const steps = definition['steps'] as readonly Step<never>[];
  const at = place % (steps.length + 1);
  return {
    ...definition,
    ...fields,
    ...(step === undefined ? {} : { steps: [...steps.slice(0, at), step, ...steps.slice(at)] }),
    ...(last === undefined ? {} : { raw: [...((definition['raw'] ?? []) as readonly string[]), last] }),
  };
}
