import { describe, expect, it } from 'vitest';
import { printExpose, printStopSignal, printUser, printVolume, printWorkdir } from '../../../src/print/instructions/words.js';
import type { AnyText } from '../../../src/text.js';
import { printOne } from '../../support/print-one.js';

const origins = [{ path: ['user'] }];

const user = (name: AnyText) => printOne((context) => printUser({ kind: 'user', origins, user: name }, context));
const workdir = (path: string) => printOne((context) => printWorkdir({ kind: 'workdir', origins, path: path === '' ? [] : [path] }, context));
const volume = (...paths: readonly AnyText[]) => printOne((context) => printVolume({ kind: 'volume', origins, paths }, context));
const expose = (...ports: readonly AnyText[]) => printOne((context) => printExpose({ kind: 'expose', origins, ports }, context));
const signal = (name: AnyText) => printOne((context) => printStopSignal({ kind: 'stop-signal', origins, signal: name }, context));

describe('instructions of one word', () => {
  it('quote it only where they must', () => {
    expect(user('app:staff').text).toBe('USER app:staff');
    expect(user('--x').text).toBe('USER "--x"');
    expect(workdir('/opt/word_count').text).toBe('WORKDIR /opt/word_count');
    expect(workdir('/two words/$HOME').text).toBe('WORKDIR "/two words/\\$HOME"');
    expect(signal('SIGRTMIN+3').text).toBe('STOPSIGNAL SIGRTMIN+3');
  });

  it('leave variables to the builder', () => {
    expect(user([{ variable: 'NAME' }, ':staff']).text).toBe('USER ${NAME}:staff');
    expect(user([{ variable: 'NAME', operator: ':-', word: 'no body' }]).text).toBe('USER "${NAME:-no body}"');
    expect(signal(['SIG', { variable: 'NAME' }]).text).toBe('STOPSIGNAL SIG${NAME}');
    expect(signal([{ variable: 'NAME' }, ' x']).faults).toEqual(['"x x" cannot be a signal']);
    expect(volume(['/data/', { variable: 'NAME' }], '/b').text).toBe('VOLUME /data/${NAME} /b');
    expect(volume([{ variable: 'NAME' }, ' ']).faults).toEqual(['"x " begins or ends with a blank or is empty, which VOLUME cannot carry']);
    expect(expose([{ variable: 'PORT' }, '/udp'], '80', [{ variable: 'PORT', operator: ':-', word: '8080' }])).toEqual({
      text: 'EXPOSE ${PORT}/udp 80 ${PORT:-8080}',
      faults: [],
    });
  });

  it('refuse what is empty, and what they cannot carry', () => {
    expect(user('').faults).toEqual(['USER has an empty value']);
    expect(workdir('').faults).toEqual(['WORKDIR has an empty value']);
    expect(user('app\nroot').faults).toEqual(['"app\\nroot" has a newline, which USER cannot carry']);
    expect(signal('SIG TERM').faults).toEqual(['"SIG TERM" cannot be a signal']);
  });
});

describe('EXPOSE', () => {
  it('lists ports', () => {
    expect(expose('8080', '53/udp', '8000-8010/tcp')).toEqual({ text: 'EXPOSE 8080 53/udp 8000-8010/tcp', faults: [] });
  });

  it('refuses what is no port', () => {
    expect(expose('127.0.0.1:80', '80/TCP', '$PORT').faults).toEqual([
      '"127.0.0.1:80" cannot be a port',
      '"80/TCP" cannot be a port',
      '"$PORT" cannot be a port',
    ]);
    expect(expose([{ variable: 'A B' }], [{ variable: 'PORT', operator: ':-', word: '80 81' }], ['$', { variable: 'PORT' }]).faults).toEqual([
      '"A B" cannot be the name of a variable',
      '"80 81" cannot be part of a port',
      '"$" cannot be part of a port',
    ]);
  });
});

describe('VOLUME', () => {
  it('lists paths, as JSON where one needs it', () => {
    expect(volume('/data', '/logs').text).toBe('VOLUME /data /logs');
    expect(volume('/data', '/two words$').text).toBe('VOLUME ["/data", "/two words\\\\$"]');
  });

  it('refuses blanks at the ends, which the engine trims', () => {
    expect(volume('/data ', '').faults).toEqual([
      '"/data " begins or ends with a blank or is empty, which VOLUME cannot carry',
      '"" begins or ends with a blank or is empty, which VOLUME cannot carry',
    ]);
  });
});
