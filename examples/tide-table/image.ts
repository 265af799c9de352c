import { defineImage } from 'imagewright';

/** A script and its data on Alpine, run by a user of its own. */
export default defineImage({
  name: 'tide-table',
  version: '2.1',
  base: 'alpine:3.20',
  labels: { 'org.opencontainers.image.title': 'Tide table', 'org.opencontainers.image.description': 'High and low water, printed as a table' },
  apk: ['jq', 'tzdata'],
  env: { TZ: 'Europe/London' },
  user: { name: 'tides', uid: 1000 },
  copy: [
    { from: 'tide-table.sh', to: '/usr/local/bin/tide-table', chmod: '755' },
    { from: 'tides.json', to: '/usr/share/tides/' },
  ],
  entrypoint: ['tide-table'],
  cmd: ['Carrow Point'],
});
