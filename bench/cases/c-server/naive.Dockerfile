FROM debian:bookworm-slim
RUN apt-get update
RUN apt-get install -y build-essential
WORKDIR /src
COPY . /src
RUN make
RUN cp server /usr/local/bin/
EXPOSE 8080
USER 65534:65534
HEALTHCHECK --interval=10s --timeout=2s CMD ["server", "--check"]
ENTRYPOINT ["server"]
