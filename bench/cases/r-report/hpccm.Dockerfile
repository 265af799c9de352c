# Made by hpccm 26.5.0 with `npm run bench -- --regenerate`; do not edit.
FROM debian:bookworm-slim

RUN apt-get update -y && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        r-base-core \
        r-cran-dplyr \
        r-cran-jsonlite && \
    rm -rf /var/lib/apt/lists/*

WORKDIR /opt/report

COPY tides.csv \
    report.R \
    /opt/report/

CMD ["Rscript", "report.R"]
