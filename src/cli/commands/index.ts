/** The verbs, in the order of the help. */

import type { AnyCommand } from '../command.js';
import { build } from './build.js';
import { check } from './check.js';
import { completion } from './completion.js';
import { doctor } from './doctor.js';
import { eject } from './eject.js';
import { explain } from './explain.js';
import { generate } from './generate.js';
import { help } from './help.js';
import { images } from './images.js';
import { init } from './init.js';
import { lint } from './lint.js';
import { login } from './login.js';
import { logout } from './logout.js';
import { logs } from './logs.js';
import { ps } from './ps.js';
import { pull } from './pull.js';
import { push } from './push.js';
import { rm } from './rm.js';
import { rmi } from './rmi.js';
import { run } from './run.js';
import { schema } from './schema.js';
import { search } from './search.js';
import { start } from './start.js';
import { stop } from './stop.js';
import { tag } from './tag.js';

export const commands = {
  init,
  generate,
  check,
  lint,
  explain,
  build,
  run,
  images,
  ps,
  stop,
  start,
  logs,
  rm,
  rmi,
  tag,
  push,
  pull,
  search,
  login,
  logout,
  eject,
  doctor,
  schema,
  completion,
  help,
} satisfies Record<string, AnyCommand>;
