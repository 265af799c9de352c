/** Package managers: what is asked for reaches them, once, in the order that was meant. */

import { base, traces, type DefectCase } from './defect-case.js';

const apt = `RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\
    apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index \\
        `;
const words = (...names: readonly string[]) => names.join(' \\\n        ');

export const packages: readonly DefectCase[] = [
  {
    defect:
      '`pip install numpy>=1.26`: the shell writes to a file `=1.26`, and the version is lost; quotes within quotes lose what stands behind them',
    behaviour: 'versions and extras of pip reach it',
    definition: { base: 'python:3.12-slim-bookworm', pip: ['numpy>=1.26', 'snakemake[reports]'] },
    dockerfile: `FROM python:3.12-slim-bookworm

RUN --mount=type=cache,target=/root/.cache/pip \\
    SOURCE_DATE_EPOCH=315532800 pip install --cache-dir=/root/.cache/pip \\
        ${words("'numpy>=1.26'", "'snakemake[reports]'")}`,
  },
  {
    defect: 'each request for system packages is a layer that fetches the lists anew',
    behaviour: 'all requests for packages of a stage, of presets too, are one installation',
    definition: { base, presets: [{ apt: ['git', 'curl'] }, { apt: ['make'] }], apt: ['git', 'less'] },
    dockerfile: `FROM ${base}\n\n${apt}${words('curl', 'git', 'less', 'make')} && \\\n    ${traces}`,
  },
  {
    defect: 'nothing is cleaned up: lists and archives stay in the layer',
    behaviour: 'without a cache of the builder, lists are removed in the layer that fetched them',
    definition: { base, layers: 'fewest', apt: ['git'] },
    dockerfile: `FROM ${base}

RUN apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends git && \\
    rm -rf /var/lib/apt/lists/* && \\
    ${traces}`,
  },
  {
    defect: '`RUN apt-get update` is a layer of its own, whose lists the cache keeps until they name packages that are gone',
    behaviour: 'an installation from lists that it did not fetch is told',
    definition: { base, run: ['apt-get update', 'apt-get install -y git'] },
    dockerfile: `FROM ${base}\n\nRUN apt-get update\nRUN apt-get install -y git`,
    told: [
      'run[1]: "apt-get install -y git" has no package lists: the run does not fetch them; name the packages in apt, or write "apt-get update && apt-get install …"',
    ],
  },
  {
    defect: 'channels of conda are sorted, or another is put in front; Miniconda comes over plain http, without a checksum',
    behaviour: 'conda has the channels that are asked for, in that order, and comes from its own image',
    definition: { base, conda: { channels: ['tides', 'conda-forge', 'bioconda'], packages: ['samtools'] } },
    dockerfile: `FROM mambaorg/micromamba:2.0.5 AS conda

USER root

RUN --mount=type=cache,target=/var/cache/conda \\
    CONDA_ALWAYS_COPY=true CONDA_CHANNEL_PRIORITY=strict CONDA_PKGS_DIRS=/var/cache/conda SOURCE_DATE_EPOCH=315532800 micromamba create --yes --prefix /opt/conda --override-channels --channel tides --channel conda-forge --channel bioconda \\
        samtools && \\
    truncate --size=0 /opt/conda/conda-meta/history

FROM ${base}

COPY --from=conda --link /opt/conda /opt/conda

ENV PATH=/opt/conda/bin:\${PATH}`,
  },
];
