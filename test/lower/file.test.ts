import { expect, it } from 'vitest';
import type { FileSpec } from '../../src/spec/spec.js';
import { at, faults, lowered, stage, user } from './specs.js';

function file(content: string, fields: Partial<FileSpec> = {}): FileSpec {
  return { kind: 'file', to: '/etc/motd', content, expand: false, origin: at('files', '/etc/motd'), ...fields };
}

it('is a heredoc where that carries it', () => {
  expect(lowered(stage('scratch', { steps: [file('Hello\n', { chmod: '0600', chown: 'app' }), file('')] }))).toBe(`(program
  (stage
    (from "scratch")
    (file "/etc/motd" "Hello\\n" (chmod "0600") (chown "app"))
    (file "/etc/motd" "")))
`);
});

it('is printed where it does not end with a newline', () => {
  expect(lowered(stage('debian:bookworm', { steps: [file(`50 % of 'x'\\`, { chmod: '0600', chown: 'a b' })] }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (run generated
      (commands
        ("mkdir -p /etc")
        ("printf '50 %% of '\\\\''x'\\\\''\\\\\\\\' > /etc/motd")
        ("chmod 0600 /etc/motd")
        ("chown 'a b' /etc/motd")))))
`);
});

it('is printed where its path is more than a word', () => {
  expect(lowered(stage('debian:bookworm', { steps: [file('a\n', { to: '/etc/my files/<a>' })] }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (run generated (commands ("mkdir -p '/etc/my files'") ("printf 'a\\\\n' > '/etc/my files/<a>'")))))
`);
  expect(faults(stage('scratch', { steps: [file('a\n', { to: '/my file' })] }))).toEqual([
    `uncarried-file: the text of "/my file" stands at a path with a blank or "<" in it, and "scratch" has no shell to write it with | copy it from the context: copy: { 'motd': '/etc/motd' }`,
  ]);
});

it('is printed where it has a carriage return or NUL, as root', () => {
  const become = { kind: 'user' as const, user: user('www-data'), origin: at('steps', 0) };
  expect(lowered(stage('debian:bookworm', { steps: [become, file('a\r\n\0\n', { to: '/motd' })] }))).toBe(`(program
  (stage
    (from "debian:bookworm")
    (user "www-data")
    (user "root")
    (run generated (commands ("printf 'a\\\\r\\\\n\\\\000\\\\n' > /motd")))
    (user "www-data")))
`);
});

it.each([
  [
    'scratch',
    file('Hello'),
    `uncarried-file: the text of "/etc/motd" does not end with a newline, and "scratch" has no shell to write it with | end it with a newline, or copy it: copy: { 'motd': '/etc/motd' }`,
  ],
  [
    'debian:bookworm',
    file('Hello $NAME', { expand: true }),
    `uncarried-file: the text of "/etc/motd" does not end with a newline, and only a heredoc is expanded by the builder | end it with a newline, or copy it: copy: { 'motd': '/etc/motd' }`,
  ],
  [
    'debian:bookworm',
    file('Hello', { chown: [{ variable: 'NAME' }] }),
    `uncarried-file: the text of "/etc/motd" does not end with a newline, and only the flags of COPY are expanded by the builder | end it with a newline, or copy it: copy: { 'motd': '/etc/motd' }`,
  ],
  [
    'debian:bookworm',
    file(`${'x'.repeat(130_000)}\n`),
    `uncarried-file: the text of "/etc/motd" has a line of more than 65535 bytes, and it is too long for a command | copy it from the context: copy: { 'motd': '/etc/motd' }`,
  ],
])('refuses on %s what nothing carries', (base, step, fault) => {
  expect(faults(stage(base, { steps: [step] }))).toEqual([fault]);
});
