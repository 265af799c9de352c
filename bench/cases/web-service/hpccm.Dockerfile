# Made by hpccm 26.5.0 with `npm run bench -- --regenerate`; do not edit.
FROM debian:bookworm-slim AS build

RUN apt-get update -y && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        gcc \
        libc6-dev \
        make \
        python3-dev \
        python3-venv && \
    rm -rf /var/lib/apt/lists/*

COPY requirements.txt /tmp/requirements.txt

RUN python3 -m venv /opt/venv && \
    /opt/venv/bin/pip install --no-cache-dir -r /tmp/requirements.txt

WORKDIR /src

COPY Makefile /src/

COPY src /src/src

RUN make

FROM debian:bookworm-slim

RUN apt-get update -y && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        nano \
        python3 && \
    rm -rf /var/lib/apt/lists/*

COPY --from=build /opt/venv /opt/venv

ENV PATH=/opt/venv/bin:$PATH

WORKDIR /srv/tides

COPY --from=build /src/harmonics.so /srv/tides/

COPY service.py \
    harbours.json \
    /srv/tides/

EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "service:app"]
