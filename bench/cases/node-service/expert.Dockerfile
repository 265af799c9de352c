FROM debian:bookworm-slim AS node
# What is downloaded stays in the cache mounts.
RUN rm /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends nodejs

FROM node AS packages
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends npm
WORKDIR /app
RUN --mount=type=cache,target=/root/.npm \
    --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    npm ci --omit=dev --no-audit --no-fund

FROM node
ENV NODE_ENV=production
WORKDIR /app
COPY --link --from=packages /app/node_modules /app/node_modules
COPY package.json server.js ./
COPY views views
EXPOSE 3000
USER 65534:65534
CMD ["node", "server.js"]
