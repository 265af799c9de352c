/** passwordArgument(): the error of a password on the command line. It is not repeated. */

import { CliError } from './cli-error.js';

export function passwordArgument(): CliError {
  return new CliError({
    code: 'password-argument',
    message:
      'a password is not taken from the command line: everybody on the machine sees it in the list of processes, and the shell keeps it in its history',
    hint: 'type it when it is asked for, or give it on stdin: imagewright login -u USER --password-stdin < FILE; change the one that stood there',
  });
}
