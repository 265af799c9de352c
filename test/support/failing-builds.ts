/**
 * Definitions whose builds fail, and what of them is to blame: the line that bears the mark, and what is said of it. Small steps on one base, so that all of them take little time.
 */

export interface FailingBuild {
  readonly what: string;
  /** image.ts; `MARK` stands in the line that is to be reported, here or in another file. */
  readonly definition: string;
  /** Further files of the folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** What is blamed, as messages name it. */
  readonly origin: string;
  /** All that is said of it; a `*` stands for anything. */
  readonly message: string;
  /** Whether Buildah is tried, too; or what is said of it then. */
  readonly buildah?: true | string;
}

export const MARK = 'to blame';

const image = (fields: string, base = "'debian:bookworm-slim'") => `export default {\n  base: ${base},\n${fields.replace(/^\n/, '')}\n};\n`;

/** Has Python and a venv; made once. */
export const PYTHON = 'failing-test-python:1';

const python = (fields: string) => image(fields, `{ image: '${PYTHON}', distro: 'debian:bookworm' }`);

export const packageFailures: readonly FailingBuild[] = [
  {
    what: 'a package that apt does not have, among others',
    definition: image(`
  apt: [
    'less',
    'nano2', // ${MARK}
    'make',
  ],`),
    origin: 'apt[1]',
    message: 'E: Unable to locate package nano2 (exit code 100)',
  },
  {
    what: 'a version that apt does not have, in the long form',
    definition: image(`
  apt: {
    packages: [
      'less=1.*', // ${MARK}
    ],
  },`),
    origin: 'apt.packages[0]',
    message: "E: Version '1.*' for 'less' was not found (exit code 100)",
  },
  {
    what: 'a package that pip does not find',
    definition: python(`
  pip: [
    'six',
    'tide-table-of-nobody>=1', // ${MARK}
  ],`),
    origin: 'pip[1]',
    message: 'ERROR: Could not find a version that satisfies the requirement tide-table-of-nobody>=1 (from versions: none) (exit code 1)',
  },
  {
    what: 'a version that pip does not find',
    definition: python(`
  pip: [
    'six==99.1', // ${MARK}
  ],`),
    origin: 'pip[0]',
    message: 'ERROR: Could not find a version that satisfies the requirement six==99.1 (from versions: *) (exit code 1)',
  },
  {
    what: 'a lock file of npm that is out of step',
    definition: image(
      `
  npm: true, // ${MARK}`,
      "'debian:trixie-slim'",
    ),
    files: {
      'package.json': '{ "name": "tides", "version": "1.0.0", "dependencies": { "ms": "2.1.3" } }',
      'package-lock.json':
        '{ "name": "tides", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": { "": { "name": "tides", "version": "1.0.0" } } }',
    },
    origin: 'npm',
    message: '"*npm ci*" ended with exit code 1',
  },
];

export const failures: readonly FailingBuild[] = [
  {
    what: 'a command that ends with another code than 0',
    definition: image(`
  run: [
    'true',
    'echo ebb; exit 3', // ${MARK}
  ],`),
    origin: 'run[1]',
    message: '"echo ebb; exit 3" ended with exit code 3',
    buildah: true,
  },
  {
    what: 'the second of two commands that are one RUN',
    definition: image(`
  layers: 'fewest',
  run: [
    'mkdir -p /srv/ebb',
    'ls /srv/flood', // ${MARK}
    'mkdir -p /srv/neap',
  ],`),
    origin: 'run[1]',
    message: '"ls /srv/flood" ended with exit code 2',
    buildah: true,
  },
  {
    what: 'a command in a list of commands',
    definition: image(`
  run: ['mkdir /srv/ebb && ls /srv/flood && mkdir /srv/neap'], // ${MARK}`),
    origin: 'run[0]',
    message: '"ls /srv/flood" ended with exit code 2',
  },
  {
    what: 'a command of a further stage',
    definition: image(`
  stages: {
    tools: {
      base: 'debian:bookworm-slim',
      run: ['exit 5'], // ${MARK}
    },
  },
  copy: [{ stage: 'tools', from: '/etc/hostname', to: '/srv/' }],`),
    origin: 'stages.tools.run[0]',
    message: '"exit 5" ended with exit code 5',
    buildah: true,
  },
  {
    what: 'a program that is not there, in a step',
    definition: `import { run, workdir } from 'imagewright';
${image(`
  steps: [
    workdir('/srv'),
    run('tide-table --today'), // ${MARK}
  ],`)}`,
    origin: 'steps[1]',
    message: '"tide-table --today" ended with exit code 127',
  },
  {
    what: 'a program that is started without a shell',
    definition: image(`
  run: [
    { script: ['/opt/tide-table', '--today'] }, // ${MARK}
  ],`),
    origin: 'run[0]',
    message: '"/opt/tide-table" is not in the image',
  },
  {
    what: 'the third line of a script',
    definition: image(`
  run: [\`
    mkdir -p /srv/tides
    cd /srv/tides
    cat ebb # ${MARK}
    touch flood\`],`),
    origin: 'run[0]',
    message: `"cat ebb # ${MARK}" ended with exit code 1`,
    buildah: true,
  },
  {
    what: 'a line of a script that the shell names',
    definition: image(`
  run: [\`echo ebb
    echo flood
    tide-table # ${MARK}
    echo neap\`],`),
    origin: 'run[0]',
    message: `"tide-table # ${MARK}" ended with exit code 127`,
  },
  {
    what: 'a file that "ignore" leaves out',
    definition: image(`
  copy: {
    tides: '/srv/tides',
    'charts/north.csv': '/srv/north.csv', // ${MARK}
  },
  ignore: ['charts/*.csv'],`),
    files: { tides: '', 'charts/north.csv': '' },
    origin: 'copy["charts/north.csv"]',
    message: '"charts/north.csv" is not in what is sent to the engine',
    buildah: true,
  },
  {
    what: 'one of several files that a stage does not have',
    definition: image(`
  stages: { tools: { base: 'debian:bookworm-slim', run: ['touch /srv/ebb'] } },
  copy: [
    {
      stage: 'tools',
      from: [
        '/srv/ebb',
        '/srv/flood', // ${MARK}
      ],
      to: '/srv/',
    },
  ],`),
    origin: 'copy[0].from[1]',
    message: '"/srv/flood" is not in the stage "tools"',
    buildah: true,
  },
  {
    what: 'a base that is not there',
    definition: image(`
  stages: {
    tools: { base: '127.0.0.1:5000/failing-test/nothing:1' }, // ${MARK}
  },
  copy: [{ stage: 'tools', from: '/srv/ebb', to: '/srv/' }],`),
    origin: 'stages.tools.base',
    message: 'the image cannot be had: 127.0.0.1:5000/failing-test/nothing:1: not found',
    buildah: 'the image cannot be had: reading manifest 1 in 127.0.0.1:5000/failing-test/nothing: manifest unknown*',
  },
  {
    what: 'an image that files are copied from and that is not there',
    definition: image(`
  copy: [
    { image: '127.0.0.1:5000/failing-test/nothing:1', from: '/srv/ebb', to: '/srv/' }, // ${MARK}
  ],`),
    origin: 'copy[0].image',
    message: 'the image cannot be had: 127.0.0.1:5000/failing-test/nothing:1: not found',
    buildah: 'the image cannot be had: no stage or image found with that name',
  },
  {
    what: 'a download with another checksum',
    definition: image(`
  add: [
    {
      url: 'http://127.0.0.1:5000/v2/',
      checksum: 'sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d', // ${MARK}
      to: '/srv/tides',
    },
  ],`),
    origin: 'add[0].checksum',
    message: 'what was downloaded has another checksum: sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
  },
  {
    what: 'a download that is not there',
    definition: image(`
  add: [
    {
      url: 'http://127.0.0.1:5000/tides.csv', // ${MARK}
      to: '/srv/tides',
    },
  ],`),
    origin: 'add[0].url',
    message: 'invalid response status 404',
  },
  {
    what: 'raw text that is no instruction',
    definition: `import { raw } from 'imagewright';
${image(`
  steps: [
    raw('RUN true'),
    raw('EBB and flood'), // ${MARK}
  ],`)}`,
    origin: 'steps[1]',
    message: 'unknown instruction: EBB (did you mean ENV?)',
    buildah: 'Build error: Unknown instruction: "EBB"',
  },
  {
    what: 'a line of raw text that ends with another code than 0',
    definition: `import { raw } from 'imagewright';
${image(`
  steps: [
    raw(\`RUN true
RUN exit 4 # ${MARK}
RUN true\`),
  ],`)}`,
    origin: 'steps[0]',
    message: `"RUN exit 4 # ${MARK}" ended with exit code 4`,
    buildah: true,
  },
  {
    what: 'a shell that is not there',
    definition: image(`
  shell: ['/bin/fish', '-c'], // ${MARK}
  run: ['true'],`),
    origin: 'shell',
    message: 'the shell "/bin/fish" is not in the image',
    buildah: true,
  },
  {
    what: 'a working directory below a file',
    definition: image(`
  workdir: '/etc/passwd', // ${MARK}`),
    origin: 'workdir',
    message: 'mkdir /etc/passwd: not a directory',
  },
  {
    what: 'a user that is not there',
    definition: `import { run, user } from 'imagewright';
${image(`
  steps: [
    user({ name: 'ahab', create: false }), // ${MARK}
    run('true'),
  ],`)}`,
    origin: 'steps[0]',
    message: 'there is no user "ahab" in the image',
    buildah: true,
  },
  {
    what: 'a file below a file',
    definition: image(`
  files: {
    '/srv/ebb': 'ebb',
    '/etc/passwd/flood': 'flood', // ${MARK}
  },`),
    origin: 'files["/etc/passwd/flood"]',
    message: '*not a directory*',
    buildah: '*',
  },
  {
    what: 'a download without network',
    definition: image(`
  run: [
    { script: 'bash -c "echo > /dev/tcp/192.0.2.1/80"', network: 'none' }, // ${MARK}
  ],`),
    origin: 'run[0]',
    message: '"bash -c "echo > /dev/tcp/192.0.2.1/80"" ended with exit code 1',
  },
  {
    what: 'a constant, where it is used',
    definition: `const check = 'exit 6';
${image(`
  run: [
    'true',
    check, // ${MARK}
  ],`)}`,
    origin: 'run[1]',
    message: '"exit 6" ended with exit code 6',
  },
  {
    what: 'a script that is a constant',
    definition: `const check = \`
  cd /srv
  exit 6 # ${MARK}
\`;
${image(`
  run: [check],`)}`,
    origin: 'run[0]',
    message: `"exit 6 # ${MARK}" ended with exit code 6`,
  },
  {
    what: 'a list of another file',
    definition: `import { checks } from './checks.js';
${image(`
  run: checks.all,`)}`,
    files: { 'checks.ts': `export const checks = {\n  all: [\n    'true',\n    'exit 7', // ${MARK}\n  ],\n};\n` },
    origin: 'run[1]',
    message: '"exit 7" ended with exit code 7',
  },
  {
    what: 'a list that is spread into another',
    definition: `const checks = [
  'true',
  'exit 7', // ${MARK}
];
${image(`
  run: ['true', ...checks],`)}`,
    origin: 'run[2]',
    message: '"exit 7" ended with exit code 7',
  },
  {
    what: 'a function of the definition',
    definition: `export default ({ mode }: { mode: string }) => ({
  base: 'debian:bookworm-slim',
  run: [
    \`exit \${mode.length}\`, // ${MARK}
  ],
});
`,
    origin: 'run[0]',
    message: '"exit 5" ended with exit code 5',
  },
  {
    what: 'a preset',
    definition: `import { definePreset } from 'imagewright';
const tides = definePreset({ name: 'tides', define: () => ({ run: ['exit 8'] }) });
${image(`
  presets: [
    tides(), // ${MARK}
  ],`)}`,
    origin: 'run[0]',
    message: '"exit 8" ended with exit code 8',
  },
  {
    what: 'one of several images',
    definition: `const base = 'debian:bookworm-slim';
export default {
  ebb: { base, run: ['true'] },
  flood: {
    base,
    run: ['exit 9'], // ${MARK}
  },
};
`,
    origin: 'flood.run[0]',
    message: '"exit 9" ended with exit code 9',
  },
];
