import { defineImage } from 'imagewright';
import { pythonSnakemake } from 'imagewright/presets';

export default defineImage({
  version: '0.1',
  presets: [
    pythonSnakemake({
      python: '3.12',
      snakemake: '9.27.1',
      packages: [], // what the rules need: ['numpy==2.4.6']
      workflow: ['Snakefile', 'data', 'scripts'],
    }),
  ],
});
