import { defineImage } from 'imagewright';

/** Counts the words of a few texts, so that anyone with this image gets the results of `results/` again. */
export default defineImage({
  name: 'word_count',
  version: '0.1',
  base: 'debian:bookworm-slim',
  labels: { maintainer: 'someone@example.org' },
  apt: { packages: ['python3'], build: ['python3-venv'] },
  pip: { requirements: 'requirements.txt', constraints: 'constraints.txt' },
  env: {
    // Snakemake and matplotlib want a user name and a place for their caches, whoever the container runs as.
    USER: 'word_count',
    XDG_CACHE_HOME: '/tmp/cache',
    MPLCONFIGDIR: '/tmp/cache/matplotlib',
  },
  workdir: '/opt/word_count',
  copy: [
    { from: ['Snakefile', 'Snakefile_all', 'count.py', 'plot.py', 'summary.py'], to: './' },
    { from: 'texts', to: 'texts/' },
  ],
  // Anybody may write Snakemake's records, and results where no folder of the host is mounted.
  run: ['install -d -m 1777 .snakemake results'],
  cmd: ['snakemake', '-s', 'Snakefile_all', '--cores', '1'],
  container: {
    mounts: [{ host: 'results', to: '/opt/word_count/results' }],
    user: 'caller',
  },
});
