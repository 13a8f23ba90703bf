# One image for every part: `start`, `serve desk`, `serve portal`, `work`, `migrate`.
FROM node:24-bookworm-slim AS build
WORKDIR /zhaofa
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --include=optional --ignore-scripts --no-audit --no-fund
COPY . .
RUN node src/cli/zhaofa.ts build-desk && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg tini && rm -rf /var/lib/apt/lists/*
WORKDIR /zhaofa
COPY --from=build /zhaofa /zhaofa
# The embedded database refuses root; its data and the evidence belong to this user.
RUN useradd --system --home-dir /data zhaofa && install -d -o zhaofa -g zhaofa -m 0700 /data
USER zhaofa
ENV ZHAOFA_HOME=/data NODE_ENV=production
VOLUME /data
EXPOSE 8080 8081
ENTRYPOINT ["tini", "--", "/zhaofa/bin/zhaofa"]
CMD ["start"]
