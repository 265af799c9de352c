FROM debian:bookworm-slim AS python
# What is downloaded stays in the cache mounts.
RUN rm /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends python3

FROM python AS packages
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends python3-venv
WORKDIR /tmp/packages
RUN --mount=type=cache,target=/root/.cache/pip \
    --mount=type=bind,source=requirements.txt,target=requirements.txt \
    --mount=type=bind,source=constraints.txt,target=constraints.txt \
    python3 -m venv /opt/venv && /opt/venv/bin/pip install -r requirements.txt -c constraints.txt

FROM python
ENV PATH=/opt/venv/bin:$PATH USER=word_count XDG_CACHE_HOME=/tmp/cache MPLCONFIGDIR=/tmp/cache/matplotlib
COPY --link --from=packages /opt/venv /opt/venv
WORKDIR /opt/word_count
RUN install -d -m 1777 .snakemake results
COPY texts texts
COPY Snakefile Snakefile_all *.py ./
LABEL maintainer="someone@example.org"
CMD ["snakemake", "-s", "Snakefile_all", "--cores", "1"]
