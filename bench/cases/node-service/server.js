/** Pages about the tide: /HARBOUR is one; PORT is where it listens. */

import { readFileSync } from 'node:fs';
import express from 'express';
import mustache from 'mustache';
import { pino } from 'pino';

const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' });
const page = readFileSync(new URL('views/harbour.mustache', import.meta.url), 'utf8');
const harbours = { carrow: { name: 'Carrow Point', high: 4.1, low: 0.7 }, mill: { name: 'Mill Quay', high: 3.4, low: 0.5 } };
const title = 'Tides of today';

const app = express();

app.get('/:harbour', (request, response) => {
  const harbour = harbours[request.params.harbour];
  log.info({ harbour: request.params.harbour }, 'asked');
  if (harbour === undefined) response.status(404).send('No such harbour');
  else response.send(mustache.render(page, { title, ...harbour }));
});

const port = Number(process.env.PORT ?? 3000);
app.listen(port, () => log.info({ port }, 'listening'));
