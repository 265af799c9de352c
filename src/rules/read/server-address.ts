/**
 * serverAddress(): the port, and the address, that a command listens on, where it is one of the servers whose options are known.
 *
 *     gunicorn --bind 127.0.0.1:8000 service:app      { host: '127.0.0.1', port: '8000' }
 */

export interface ServerAddress {
  readonly program: string;
  readonly host?: string;
  readonly port?: string;
}

interface Server {
  readonly port?: readonly string[];
  readonly host?: readonly string[];
  /** `host:port` or one of them. */
  readonly bind?: readonly string[];
  /** A word of its own. */
  readonly bare?: boolean;
}

const SERVERS: Readonly<Record<string, Server>> = {
  gunicorn: { bind: ['-b', '--bind'] },
  hypercorn: { bind: ['-b', '--bind'] },
  uvicorn: { port: ['--port'], host: ['--host'] },
  flask: { port: ['-p', '--port'], host: ['-h', '--host'] },
  'http.server': { host: ['-b', '--bind'], bare: true },
  jupyter: { port: ['--port'], host: ['--ip'] },
  'jupyter-lab': { port: ['--port'], host: ['--ip'] },
  'jupyter-notebook': { port: ['--port'], host: ['--ip'] },
  streamlit: { port: ['--server.port'], host: ['--server.address'] },
  php: { bind: ['-S'] },
  'http-server': { port: ['-p', '--port'], host: ['-a'] },
  'redis-server': { port: ['--port'], host: ['--bind'] },
  mkdocs: { bind: ['-a', '--dev-addr'] },
  hugo: { port: ['-p', '--port'], host: ['--bind'] },
};

export function serverAddress(words: readonly string[]): ServerAddress | undefined {
  const [first = '', second, third, ...rest] = words;
  const isModule = /^(?:.*\/)?python[\d.]*$/.test(first) && second === '-m' && third !== undefined;
  const program = isModule ? third : first.replace(/^.*\//, '');
  const server = SERVERS[program];
  if (server === undefined) return undefined;
  const options = isModule ? rest : words.slice(1);
  const bound = valueOf(options, server.bind);
  const bare = server.bare === true ? options.find((word) => /^\d+$/.test(word)) : undefined;
  const port = valueOf(options, server.port) ?? /(?:^|:)(\d+)$/.exec(bound ?? '')?.[1] ?? bare;
  const host = valueOf(options, server.host) ?? /^(.+):\d+$/.exec(bound ?? '')?.[1];
  return { program, ...(port === undefined ? {} : { port }), ...(host === undefined ? {} : { host }) };
}

function valueOf(words: readonly string[], names: readonly string[] = []): string | undefined {
  for (const [index, word] of words.entries()) {
    const name = names.find((each) => word === each || word.startsWith(`${each}=`));
    if (name !== undefined) return word === name ? words[index + 1] : word.slice(name.length + 1);
  }
  return undefined;
}
