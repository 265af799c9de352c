/**
 * A base with a platform of its own: `linux/amd64`, whatever is built for. A stage whose name says so (`amd64-tools`) means it.
 */

import type { From } from '../../ir/instruction.js';
import type { Stage } from '../../ir/program.js';
import { platformOrigin } from '../read/platform-origin.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const fixedPlatform = lintRule({
  name: 'fixed-platform',
  level: 'warning',
  summary: 'a base has the platform that is built for, or that of the machine that builds',
  why: 'With the platform of the base written out, the image is for that one alone: elsewhere it runs slowly, in an emulator, or not at all.',
  bad: { base: { image: 'debian:bookworm-slim', platform: 'linux/amd64' } },
  good: { base: 'debian:bookworm-slim', platforms: ['linux/amd64'] },
  also: ['FromPlatformFlagConstDisallowed', 'DL3029'],
  check: ({ stages }) => stages.flatMap((stage) => (stage.instructions[0]?.kind === 'from' ? checkFrom(stage.instructions[0], stage) : [])),
});

function checkFrom(from: From, { name = '' }: Stage): readonly Finding[] {
  const { platform } = from;
  if (platform === undefined || platform.includes('$')) return [];
  const [system = '', architecture = ''] = platform.split('/');
  if (name.toLowerCase().includes(system) || (architecture !== '' && name.toLowerCase().includes(architecture))) return [];
  return [
    {
      origin: platformOrigin(from),
      message: `the base is for ${platform}, whatever is built for`,
      hint: `say it for all of the image, with platforms: ['${platform}'], or in the name of the stage`,
    },
  ];
}
