# Made by hpccm 26.5.0 with `npm run bench -- --regenerate`; do not edit.
FROM debian:bookworm-slim AS build

RUN apt-get update -y && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        nodejs \
        npm && \
    rm -rf /var/lib/apt/lists/*

WORKDIR /app

COPY package.json \
    package-lock.json \
    /app/

RUN npm ci --omit=dev --no-audit --no-fund

FROM debian:bookworm-slim

RUN apt-get update -y && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        nodejs && \
    rm -rf /var/lib/apt/lists/*

ENV NODE_ENV=production

WORKDIR /app

COPY --from=build /app/node_modules /app/node_modules

COPY package.json \
    server.js \
    /app/

COPY views /app/views

EXPOSE 3000
USER 65534:65534
CMD ["node", "server.js"]
