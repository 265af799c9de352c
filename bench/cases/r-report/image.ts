import { defineImage } from 'imagewright';

/** A report in R, with packages of the distribution. */
export default defineImage({
  name: 'r-report',
  base: 'debian:bookworm-slim',
  apt: ['r-base-core', 'r-cran-dplyr', 'r-cran-jsonlite'],
  workdir: '/opt/report',
  copy: { 'tides.csv': './', 'report.R': './' },
  cmd: ['Rscript', 'report.R'],
});
