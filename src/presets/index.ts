/** The presets that come with imagewright: `imagewright/presets`, and what the table of README.md lists. */

import { pythonSnakemake } from './python-snakemake.js';

export { pythonSnakemake, type PythonSnakemakeOptions } from './python-snakemake.js';

export const presets = { pythonSnakemake };
