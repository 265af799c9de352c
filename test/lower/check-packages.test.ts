import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createReport, type Diagnostic } from '../../src/diagnostics.js';
import { checkPackages, type PackageTool } from '../../src/lower/check-packages.js';
import { managers } from '../../src/lower/packages/index.js';
import { pythonRequests } from '../../src/lower/python-requests.js';
import { at, located } from './specs.js';

const apt: PackageTool = { ...managers.apt, tool: 'apt' };
const tools = [...Object.entries(managers).map(([tool, manager]) => ({ ...manager, tool })), pythonRequests];

function checked(values: readonly string[], tool = apt): readonly (string | Diagnostic)[] {
  const report = createReport();
  const packages = checkPackages(located(values, tool.tool), tool, report);
  return [...packages.map(({ value }) => value), ...report.diagnostics];
}

/** Row 3 of the threat table: what would be an option, a path, a command, or another line. */
const HOSTILE = [
  '-oDPkg::Pre-Invoke::=x',
  '--allow-unauthenticated',
  '-y',
  '--',
  '-',
  'x; id',
  'x;id',
  'x && id',
  'x || id',
  'x | id',
  'x & id',
  '$(id)',
  '`id`',
  '${HOME}',
  '$HOME',
  './evil.deb',
  '/tmp/evil.deb',
  '../evil.rpm',
  '~/evil.deb',
  'evil/../../x',
  'http://evil.example/x.deb',
  'https://evil.example/x.whl',
  'file:///tmp/x.deb',
  'a b',
  ' a',
  'a ',
  'a\tb',
  'a\nb',
  'a\n',
  'a\rb',
  'a\0b',
  '',
  ' ',
  '"git"',
  "'git'",
  'git"',
  "git'",
  'git\\',
  'gi*t',
  'gi?t',
  'g{i,t}',
  'git>x y',
  'git<<EOF',
  '#git',
  'git #x',
  '!git',
  'git^',
  'gít',
  '\u202egit',
  'git\u00a0',
  '%git',
  'git,curl',
  '(git)',
] as const;

describe.each(tools)('$tool', (tool) => {
  test.each(HOSTILE)('is not given %j as the name of a package', (value) => {
    expect(checked([value], tool)).toEqual([
      {
        code: 'bad-package-name',
        severity: 'error',
        origin: at(tool.tool, 0),
        message: `${JSON.stringify(value)} is not the name of a package for ${tool.tool}`,
        hint: `write it as ${tool.tool} has it: ${tool.examples}`,
      },
    ]);
  });
});

it('refuses an empty version with the remedy', () => {
  expect(checked(['git', 'curl='])).toEqual([
    'git',
    {
      code: 'empty-version',
      severity: 'error',
      origin: at('apt', 1),
      message: '"curl=" has an empty version',
      hint: "write 'curl' for any version or 'curl=8.5.0-2' to pin one",
    },
  ]);
});

it('refuses two versions of one package', () => {
  expect(checked(['curl=8.4', 'git', 'curl=8.5'])).toEqual([
    'curl=8.4',
    'git',
    {
      code: 'conflicting-versions',
      severity: 'error',
      origin: at('apt', 2),
      message: '"curl=8.5" asks for another version of curl than "curl=8.4" (apt[0])',
      hint: 'keep one of them',
    },
  ]);
});

it.each([
  [
    ['git', 'git', 'curl'],
    ['git', 'curl'],
  ],
  [['curl', 'curl=8.5'], ['curl=8.5']],
  [['curl=8.5', 'curl'], ['curl=8.5']],
  [['curl=8.5', 'curl=8.5'], ['curl=8.5']],
])('%j asks for %j', (values, expected) => {
  expect(checked(values)).toEqual(expected);
});

it('lets bounds of one package stand together', () => {
  expect(checked(['numpy>=1.26', 'numpy<2', 'numpy'], pythonRequests)).toEqual(['numpy>=1.26', 'numpy<2']);
});

it('knows a Python package under all spellings of its name', () => {
  expect(checked(['Ruamel.Yaml==0.18', 'ruamel-yaml==0.17'], pythonRequests)).toEqual([
    'Ruamel.Yaml==0.18',
    {
      code: 'conflicting-versions',
      severity: 'error',
      origin: at('pip', 1),
      message: '"ruamel-yaml==0.17" asks for another version of ruamel-yaml than "Ruamel.Yaml==0.18" (pip[0])',
      hint: 'keep one of them',
    },
  ]);
});

test('whatever is taken is one word that is no option, no path and no other line', () => {
  const alphabet = fc.constantFrom(...'aZ0.+-_~=<>!@:/[]();,*$`\'"\\|&# \n\t\r\0^{}%é'.split(''), 'git', '==', '1.0', '://', ' ; ');
  const texts = fc.array(alphabet, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, fc.constantFrom(...tools), (text, tool) => {
      const [taken] = checked([text], tool);
      // A requirement of Python may have blanks and quotes in its condition; it is quoted for the shell as every word is.
      const pattern = tool.tool === 'pip' ? /^[A-Za-z0-9][^\p{C}]*$/u : /^[A-Za-z0-9@_][A-Za-z0-9.+_~=<>@:/*^-]*$/;
      expect(typeof taken === 'string' ? taken : 'refused').toMatch(pattern);
    }),
    { numRuns: 20_000, seed: 1 },
  );
});

test('long texts are refused as short ones are', () => {
  const texts = [`${'a.'.repeat(50_000)}#`, `a[${'a,'.repeat(50_000)}`, `a;${'('.repeat(50_000)}`, `a==1${',==1'.repeat(20_000)}#`];
  expect(texts.flatMap((text) => tools.map((tool) => tool.parse(text)))).toEqual(Array(24).fill(undefined));
});
