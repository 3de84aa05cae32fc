# Two images from one source: `web` (the standalone server of Next) and `worker` (jobs, migrations and reference data).
FROM node:24-bookworm-slim AS dependances
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev

FROM dependances AS construction
COPY . .
RUN node --conditions=react-server scripts/build.ts

FROM node:24-bookworm-slim AS dependances-production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim AS web
# HOSTNAME is what the Next server listens on; Docker would set it to the name of the container.
ENV NODE_ENV=production PORT=3000 HOSTNAME=0.0.0.0
WORKDIR /app
COPY --from=construction --chown=node:node /app/.next/standalone ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=5 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/sante').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]

FROM node:24-bookworm-slim AS worker
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependances-production /app/node_modules ./node_modules
COPY --from=construction /app/src ./src
COPY package.json ./
COPY prisma ./prisma
COPY scripts ./scripts
USER node
CMD ["node", "--conditions=react-server", "src/jobs/worker.ts"]
