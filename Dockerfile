# Three stages: everything to build with, what the program needs at run time, and the image itself.
#
# The base is the current LTS. To pin it to what you have tried: docker buildx imagetools inspect node:24-bookworm-slim prints its digest,
# and --build-arg NODE=node:24-bookworm-slim@sha256:… (or this line) holds it. It is of many architectures, and so is what is built on it.
ARG NODE=node:24-bookworm-slim
FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY prisma prisma
RUN npm ci
COPY build.js ./
COPY src src
RUN npm run build

FROM ${NODE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The client was generated in the build; nothing is generated here.
COPY ops/prune-packages.js ops/
RUN npm ci --omit=dev --ignore-scripts && node ops/prune-packages.js

FROM ${NODE}
ENV NODE_ENV=production DATA_DIR=/data PORT=8080
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json package-lock.json LICENSE NOTICE ./
COPY src/questions src/questions
COPY src/feedback src/feedback
COPY src/sim src/sim
COPY src/paper/fonts src/paper/fonts
# The page of the demo: `node dist/demo.js` shows the product without a token.
COPY src/sandbox/page src/sandbox/page
COPY prisma/schema.prisma prisma/schema.prisma
COPY prisma/migrations prisma/migrations
# Nothing is installed in it any more.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn* /opt/yarn* && \
  # An engine gives an empty volume the owner that the folder has here: without that, root's, and nothing could be written.
  mkdir -m 700 /data /backups && chown node:node /data /backups
USER node
VOLUME /data
EXPOSE 8080
# Bash opens the line itself: a Node for each look would cost forty megabytes and half a second of a small server.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /readyz HTTP/1.0\r\n\r\n' >&3 && read -r _ code _ <&3 && [ \"$code\" = 200 ]"]
# Migrations are applied at start, before the first update is fetched.
CMD ["node", "dist/main.js"]
