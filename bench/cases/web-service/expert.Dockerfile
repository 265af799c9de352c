FROM debian:bookworm-slim AS python
# What is downloaded stays in the cache mounts.
RUN rm /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends python3

FROM python AS build
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev make python3-dev python3-venv

FROM build AS packages
RUN --mount=type=cache,target=/root/.cache/pip \
    --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt \
    python3 -m venv /opt/venv && /opt/venv/bin/pip install -r /tmp/requirements.txt

# Beside the packages, not on top of them: neither waits for the other.
FROM build AS extension
WORKDIR /src
COPY Makefile Makefile
COPY src src
RUN make

FROM python
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends nano
ENV PATH=/opt/venv/bin:$PATH
COPY --link --from=packages /opt/venv /opt/venv
WORKDIR /srv/tides
COPY --link --from=extension /src/harmonics.so /srv/tides/
COPY service.py harbours.json ./
EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "service:app"]
