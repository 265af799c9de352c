FROM debian:bookworm-slim AS build
RUN rm /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev make
WORKDIR /src
COPY Makefile *.c *.h ./
RUN make

FROM debian:bookworm-slim
COPY --link --from=build /src/server /usr/local/bin/
EXPOSE 8080
USER 65534:65534
HEALTHCHECK --interval=10s --timeout=2s CMD ["server", "--check"]
ENTRYPOINT ["server"]
