/** The scripts of `completion`, in the real zsh and fish: an image that has both, with this machine's Node and the built command mounted into it. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngine, docker } from '../support/engine.js';
import { repository } from '../support/project.js';

const IMAGE = 'imagewright-test-completion';

const dockerfile = `FROM debian:trixie-slim
RUN apt-get update && apt-get install -y --no-install-recommends fish libatomic1 zsh
RUN printf '#!/bin/sh\\nexec /node /repository/dist/cli.js "$@"\\n' >/usr/local/bin/imagewright && chmod +x /usr/local/bin/imagewright
WORKDIR /srv/sea
RUN printf '{ "web": { "base": "scratch" }, "worker": { "base": "scratch" } }\\n' >image.json && mkdir ebb && touch 'tide table'
`;

/** What a program says, started in a container with a script as its last argument. */
function inContainer(program: readonly string[], script: string): string {
  const mounts = ['-v', `${process.execPath}:/node:ro`, '-v', `${repository}:/repository:ro`, '-e', 'TERM=dumb'];
  return docker(['run', '--rm', ...mounts, IMAGE, ...program, script]).replaceAll('\r', '');
}

describeEngine('completion, in the shell itself', () => {
  beforeAll(() => void docker(['build', '-t', IMAGE, '-'], { input: dockerfile }));
  afterAll(() => void docker(['rmi', '-f', IMAGE]));

  it('completes in fish', () => {
    const lines = ['ej', 'build --engine ', 'build --engine=p', 'generate --name w', 'generate --cwd e', 'generate -o t'];
    const script = `imagewright completion fish | source
${lines.map((line) => `echo '== ${line}'; complete -C 'imagewright ${line}'`).join('\n')}`;
    expect(inContainer(['fish', '--no-config', '-c'], script)).toBe(`== ej
eject\tmake the generated files your own: without the header, never written again
== build --engine 
buildah
docker
nerdctl
podman
== build --engine=p
--engine=podman
== generate --name w
web
worker
== generate --cwd e
ebb/\tDirectory
== generate -o t
tide table
`);
  });

  it('completes in zsh, as it is typed', () => {
    const keys = ['ej\\t', 'build --engi\\tpo\\t', 'build --engine=n\\t', 'generate --name wo\\t', 'generate --cwd e\\t', 'generate -o t\\t'];
    // A terminal of zsh's own: each line is typed, TAB and all, then shown by a key of the line editor.
    const script = `
      zmodload zsh/zpty; touch /tmp/lines
      zpty shell zsh -f -i
      zpty -w shell 'PS1= PROMPT_SP=; unsetopt prompt_sp zle_bracketed_paste; stty -echo; autoload -Uz compinit; compinit -u -D'
      zpty -w shell 'eval "$(imagewright completion zsh)"'
      zpty -w shell 'show() { print -r -- "<$BUFFER>" >>/tmp/lines; BUFFER= }; zle -N show; bindkey "^X" show; print ready'
      zpty -r shell output '*ready*ready*' || zpty -r shell output '*ready*'
      for typed in ${keys.map((line) => `$'imagewright ${line}'`).join(' ')}; do
        zpty -n -w shell "$typed"$'\\x18'
      done
      repeat 300; do [ "$(wc -l </tmp/lines)" = ${keys.length} ] && break; sleep 0.1; done
      cat /tmp/lines`;
    expect(inContainer(['zsh', '-f', '-c'], script)).toBe(`<imagewright eject >
<imagewright build --engine podman >
<imagewright build --engine=nerdctl >
<imagewright generate --name worker >
<imagewright generate --cwd ebb/>
<imagewright generate -o tide\\ table >
`);
  });
});
