FROM debian:bookworm-slim
RUN apt-get update
RUN apt-get install -y nodejs
RUN apt-get install -y npm
WORKDIR /app
COPY . /app
RUN npm install
ENV NODE_ENV=production
EXPOSE 3000
CMD ["node", "server.js"]
