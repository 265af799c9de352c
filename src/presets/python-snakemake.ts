/**
 * `pythonSnakemake`: an image that runs a Snakemake workflow, with Python and Snakemake pinned, for whoever runs it.
 *
 *     pythonSnakemake({ packages: ['numpy==2.4.6'] })
 *
 *     FROM python:3.12-slim-bookworm
 *     RUN pip install numpy==2.4.6 snakemake==9.27.1
 *     ENV USER=snakemake XDG_CACHE_HOME=/tmp/cache MPLCONFIGDIR=/tmp/cache/matplotlib
 *     WORKDIR /workflow
 *     COPY Snakefile Snakefile
 *     RUN ["install","-d","-m","1777",".snakemake","results"]
 *     CMD ["snakemake","--cores","1"]
 *
 * The container profile mounts the results folder of the host and runs as the caller, so that results belong to them. A definition that gives a `base` of its
 * own gets that one's Python instead of `python`.
 *
 * Refuses, with an Error that names the option: versions that are not exact, paths that leave the folder, cores that are no count.
 */

import { definePreset } from '../spec/define-preset.js';
import type { AbsolutePath } from '../spec/types.js';

export interface PythonSnakemakeOptions {
  /**
   * Version of Python, of two or three numbers: the tag of the base `python:VERSION-slim-bookworm`. This Snakemake wants 3.11 or later.
   *
   * @default '3.12'
   */
  readonly python?: string;
  /** Exact version of Snakemake. @default '9.27.1' */
  readonly snakemake?: string;
  /** Python packages that the rules need, as pip takes them: `['numpy==2.4.6']`. @default [] */
  readonly packages?: readonly string[];
  /** Requirements files of the context that are installed too: `['requirements.txt']`. @default [] */
  readonly requirements?: readonly string[];
  /** Files and folders of the workflow, below the context, copied to the same place below `workdir`. @default ['Snakefile'] */
  readonly workflow?: readonly string[];
  /** Where the workflow is in the image. @default '/workflow' */
  readonly workdir?: AbsolutePath;
  /** Folder below `workdir` that the workflow writes to; the folder of the same name on the host is mounted there. @default 'results' */
  readonly results?: string;
  /** Jobs at a time. @default 1 */
  readonly cores?: number | 'all';
}

export const pythonSnakemake = definePreset({
  name: 'python-snakemake',
  summary: 'Runs a Snakemake workflow with Python and Snakemake pinned; results belong to whoever runs it.',
  options: {
    python: "Version of Python, '3.12' or '3.12.4': the base is python:VERSION-slim-bookworm. @default '3.12'",
    snakemake: "Exact version of Snakemake. @default '9.27.1'",
    packages: 'Python packages that the rules need, as pip takes them. @default []',
    requirements: 'Requirements files of the context that are installed too. @default []',
    workflow: "Files and folders of the workflow, below the context. @default ['Snakefile']",
    workdir: "Where the workflow is in the image. @default '/workflow'",
    results: "Folder below workdir that the workflow writes to; the host's folder of that name is mounted there. @default 'results'",
    cores: "Jobs at a time, or 'all'. @default 1",
  },
  example: "presets: [pythonSnakemake({ packages: ['numpy==2.4.6'], workflow: ['Snakefile', 'scripts'] })]",
  define: (options: PythonSnakemakeOptions) => {
    const { python, snakemake, packages, requirements, workflow, workdir, results, cores } = checked(options);
    return {
      base: `python:${python}-slim-bookworm`,
      pip: { packages: [...packages, `snakemake==${snakemake}`], requirements },
      // Snakemake and matplotlib want a user name and a place for their caches, whatever the uid.
      env: { USER: 'snakemake', XDG_CACHE_HOME: '/tmp/cache', MPLCONFIGDIR: '/tmp/cache/matplotlib' },
      workdir,
      copy: workflow.map((path) => ({ from: path, to: destination(path) })),
      run: [{ script: ['install', '-d', '-m', '1777', '.snakemake', results] }],
      cmd: ['snakemake', '--cores', String(cores)],
      container: { mounts: [{ host: results, to: `${workdir}/${results}` }], user: 'caller' },
    };
  },
});

/** The path below the working directory where a source is copied to; what a pattern matches goes into its folder. */
function destination(path: string): string {
  if (!/[*?[]/.test(path)) return path;
  const slash = path.lastIndexOf('/');
  return slash === -1 ? './' : path.slice(0, slash + 1);
}

function checked(options: PythonSnakemakeOptions): Required<PythonSnakemakeOptions> {
  const all = {
    ...{ python: '3.12', snakemake: '9.27.1', packages: [], requirements: [], workflow: ['Snakefile'] },
    ...{ workdir: '/workflow' as const, results: 'results', cores: 1 },
    ...options,
  };
  demand(/^3\.\d+(\.\d+)?$/.test(all.python), `python: "${all.python}" is no version of Python 3; write '3.12' or '3.12.4'`);
  demand(/^\d+\.\d+(\.\d+)*$/.test(all.snakemake), `snakemake: "${all.snakemake}" is no exact version; write '9.27.1'`);
  demand(isBelow(all.results), `results: "${all.results}" is no folder below the working directory; write 'results'`);
  for (const path of all.workflow) demand(isBelow(path), `workflow: "${path}" is no path below the context; write 'Snakefile'`);
  demand(all.cores === 'all' || (Number.isInteger(all.cores) && all.cores > 0), `cores: ${all.cores} is no count; write 1, 2, … or 'all'`);
  return all;
}

function isBelow(path: string): boolean {
  return !path.startsWith('/') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function demand(met: boolean, fault: string): void {
  if (!met) throw new Error(`pythonSnakemake: ${fault}`);
}
