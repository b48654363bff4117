# syntax=docker/dockerfile:1
FROM node:22-bookworm-slim AS build
WORKDIR /selvedge
# Manifests first: the packages are installed anew only when these change.
COPY package.json package-lock.json .npmrc ./
COPY admin/package.json admin/
COPY contract/package.json contract/
COPY directus/package.json directus/
COPY extensions/crm/package.json extensions/crm/
COPY extensions/kernel/package.json extensions/kernel/
COPY extensions/core/package.json extensions/core/
COPY extensions/wms/package.json extensions/wms/
COPY rules/package.json rules/
COPY seed/package.json seed/
COPY tests/package.json tests/
RUN npm ci --loglevel=error
COPY . .
RUN npm run build

FROM build AS production
RUN npm prune --omit=dev --loglevel=error && rm -rf tests .git

# One image for nodes, workers and the prepare step; compose says which.
FROM node:22-bookworm-slim AS node
ENV NODE_ENV=production NODE_OPTIONS=--disable-warning=ExperimentalWarning
WORKDIR /selvedge
COPY --from=production --chown=node:node /selvedge /selvedge
# A named volume takes its owner from the folder it covers.
RUN mkdir -p /files && chown node:node /files
USER node
EXPOSE 8055
CMD ["node", "directus/launch/node.ts"]

FROM caddy:2-alpine AS admin
COPY docker/Caddyfile /etc/caddy/Caddyfile
COPY --from=build /selvedge/admin/dist /srv/app
EXPOSE 8055 8056
