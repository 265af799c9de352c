# Made by hpccm 26.5.0 with `npm run bench -- --regenerate`; do not edit.
FROM debian:bookworm-slim

RUN apt-get update -y && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        python3 \
        python3-venv && \
    rm -rf /var/lib/apt/lists/*

WORKDIR /opt/word_count

COPY requirements.txt \
    constraints.txt \
    /opt/word_count/

RUN python3 -m venv /opt/venv && \
    /opt/venv/bin/pip install --no-cache-dir -r requirements.txt -c constraints.txt

ENV MPLCONFIGDIR=/tmp/cache/matplotlib \
    PATH=/opt/venv/bin:$PATH \
    USER=word_count \
    XDG_CACHE_HOME=/tmp/cache

COPY Snakefile \
    Snakefile_all \
    count.py \
    plot.py \
    summary.py \
    /opt/word_count/

COPY texts /opt/word_count/texts

RUN install -d -m 1777 .snakemake results

LABEL maintainer=someone@example.org

CMD ["snakemake", "-s", "Snakefile_all", "--cores", "1"]
