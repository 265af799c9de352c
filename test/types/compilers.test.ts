/**
 * The language as a user's own compiler sees it: the TypeScript of ts-morph, library files checked (no skipLibCheck), and no types of Node. `npx tsc -p .` does the same with
 * TypeScript 7.
 */

import { fileURLToPath } from 'node:url';
import { Project, ts } from 'ts-morph';
import { expect, test } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const strict = {
  strict: true,
  noEmit: true,
  types: [],
  skipLibCheck: false,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

function faults(options: ts.CompilerOptions): readonly string[] {
  const project = new Project({ compilerOptions: { ...strict, ...options }, skipAddingFilesFromTsConfig: true });
  project.addSourceFilesAtPaths([here('./definitions.ts'), here('./mistakes.ts')]);
  const diagnostics = project.getPreEmitDiagnostics();
  return diagnostics.map(
    (diagnostic) =>
      `${diagnostic.getSourceFile()?.getBaseName()}:${diagnostic.getLineNumber()} ${ts.flattenDiagnosticMessageText(diagnostic.compilerObject.messageText, ' ')}`,
  );
}

test('good definitions pass and each mistake is marked at its line', () => {
  expect(faults({})).toEqual([]);
});

test('a project with exact optional property types and checked indices sees the same', () => {
  expect(faults({ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true })).toEqual([]);
});
