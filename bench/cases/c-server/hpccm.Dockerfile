# Made by hpccm 26.5.0 with `npm run bench -- --regenerate`; do not edit.
FROM debian:bookworm-slim AS build

RUN apt-get update -y && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        gcc \
        libc6-dev \
        make && \
    rm -rf /var/lib/apt/lists/*

WORKDIR /src

COPY Makefile \
    greeting.c \
    greeting.h \
    server.c \
    /src/

RUN make

FROM debian:bookworm-slim

COPY --from=build /src/server /usr/local/bin/

EXPOSE 8080
USER 65534:65534
HEALTHCHECK --interval=10s --timeout=2s CMD ["server", "--check"]

ENTRYPOINT ["server"]
