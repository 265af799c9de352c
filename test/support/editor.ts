/** What an editor shows of an `image.ts`: the language service of TypeScript 5, which editors run, over a text that stands in no file. */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-5';

export interface Hover {
  readonly text: string;
  /** Names of the tags of its documentation: `default`, `example`. */
  readonly tags: readonly string[];
}

export interface Editor {
  /** Names that are offered where `‸` stands in the text. */
  readonly complete: () => readonly string[];
  /** What is shown of the word that ends before `‸`; the `at`-th one of the text. */
  readonly hover: (at?: number) => Hover | undefined;
  /** What is underlined, with the first line of what is said of it. */
  readonly faults: () => readonly string[];
}

const spec = fileURLToPath(new URL('../../src/spec', import.meta.url));
const file = fileURLToPath(new URL('../types/image.ts', import.meta.url));

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  types: [],
  module: ts.ModuleKind.NodeNext,
};

const imports = `import { defineImage } from '${join(spec, 'define-image.js')}';\nimport type { ImageDefinition } from '${join(spec, 'types.js')}';\n`;

let current = '';
let version = 0;
const read = (path: string) => (path === file ? current : ts.sys.readFile(path));

const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: (path) => (path === file ? String(version) : '0'),
  getScriptSnapshot: (path) => {
    const text = read(path);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => dirname(file),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (path) => path === file || ts.sys.fileExists(path),
  readFile: read,
});

/** The last text that was opened is the one that is spoken of. */
export function openEditor(text: string): Editor {
  const parts = (imports + text).split('‸');
  current = parts.join('');
  version += 1;
  const marks = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('').length);
  return {
    complete: () => completions(marks[0]!),
    hover: (at = 0) => hover(marks[at]!),
    faults: () => service.getSemanticDiagnostics(file).map(fault),
  };
}

function completions(position: number): readonly string[] {
  const found = service.getCompletionsAtPosition(file, position, {});
  return found?.isMemberCompletion === true ? found.entries.map(({ name }) => name) : [];
}

function hover(position: number): Hover | undefined {
  const info = service.getQuickInfoAtPosition(file, position - 1);
  return info && { text: ts.displayPartsToString(info.documentation), tags: (info.tags ?? []).map(({ name }) => name) };
}

function fault({ start = 0, length = 0, messageText }: ts.Diagnostic): string {
  return `${current.slice(start, start + length)}: ${ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0]}`;
}
