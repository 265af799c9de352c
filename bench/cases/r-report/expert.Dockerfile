FROM debian:bookworm-slim
# What is downloaded stays in the cache mounts.
RUN rm /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends \
        r-base-core \
        r-cran-dplyr \
        r-cran-jsonlite
WORKDIR /opt/report
COPY tides.csv ./
COPY report.R ./
CMD ["Rscript", "report.R"]
