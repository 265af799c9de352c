/**
 * findDeclaration(): what a name stands for: the initialiser of a variable, a function, or what another file of the user's exports.
 *
 *     const tools = ['git']; … apt: tools        →   ['git']
 *     import { tools } from './tools.js'         →   what tools.ts exports under that name
 *
 * Undefined for a parameter, a package, a global. Files are found as the loader finds them.
 */

import type { ImportDeclaration, Node, SourceFile } from 'ts-morph';
import { findExport } from './find-export.js';
import { resolveRelative } from './resolve-relative.js';
import type { SourceTree } from './source-tree.js';

export function findDeclaration(identifier: Node, name: string, tree: SourceTree): Node | undefined {
  for (const scope of identifier.getAncestors()) {
    if (tree.morph.Node.isParametered(scope) && scope.getParameters().some((parameter) => declares(parameter.getNameNode(), name, tree)))
      return undefined;
    if (!tree.morph.Node.isStatemented(scope)) continue;
    const found = declaredIn(scope, name, tree);
    if (found !== undefined) return found;
  }
  return findImport(identifier.getSourceFile(), name, tree);
}

/** Whether a parameter, or a pattern of one, bears the name. */
function declares(binding: Node, name: string, { morph }: SourceTree): boolean {
  if (morph.Node.isIdentifier(binding)) return binding.getText() === name;
  return binding.getDescendantsOfKind(morph.SyntaxKind.BindingElement).some((element) => element.getNameNode().getText() === name);
}

function declaredIn(scope: Node, name: string, { morph }: SourceTree): Node | undefined {
  if (!morph.Node.isStatemented(scope)) return undefined;
  const variable = scope.getVariableDeclaration(name);
  if (variable !== undefined && morph.Node.isIdentifier(variable.getNameNode())) return variable.getInitializer() ?? variable;
  const bound = scope
    .getVariableDeclarations()
    .flatMap((declaration) => declaration.getDescendantsOfKind(morph.SyntaxKind.BindingElement))
    .find((element) => element.getNameNode().getText() === name);
  return bound ?? scope.getFunction(name);
}

function findImport(file: SourceFile, name: string, tree: SourceTree): Node | undefined {
  const found = tree.once(file, importedNames).get(name);
  if (found === undefined) return undefined;
  const target = openImport(file, found.declaration.getModuleSpecifierValue(), tree);
  return target && (found.imported === '*' ? target : findExport(target, found.imported, tree));
}

interface ImportedName {
  /** The name under which the other file exports it; `*` for all of it. */
  readonly imported: string;
  readonly declaration: ImportDeclaration;
}

/** By the names that they have here. */
function importedNames(file: SourceFile): ReadonlyMap<string, ImportedName> {
  const names = file.getImportDeclarations().flatMap((declaration) => {
    const [own, all] = [declaration.getDefaultImport()?.getText(), declaration.getNamespaceImport()?.getText()];
    const named = declaration.getNamedImports().map((each) => [each.getAliasNode()?.getText() ?? each.getName(), each.getName()] as const);
    const pairs = [...(own === undefined ? [] : [[own, 'default'] as const]), ...(all === undefined ? [] : [[all, '*'] as const]), ...named];
    return pairs.map(([name, imported]) => [name, { imported, declaration }] as const);
  });
  return new Map(names.reverse());
}

/** A file of the user's; undefined for a package. */
export function openImport(from: SourceFile, specifier: string, tree: SourceTree): SourceFile | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const { file } = resolveRelative(from.getFilePath(), specifier);
  return file === undefined ? undefined : tree.open(file);
}

/** The name that an imported function has where it comes from: `run` for `import { run as execute }`. */
export function originalName(callee: Node, tree: SourceTree): string {
  const { Node } = tree.morph;
  if (Node.isPropertyAccessExpression(callee)) return callee.getName();
  const name = callee.getText();
  const imported = Node.isIdentifier(callee) ? tree.once(callee.getSourceFile(), importedNames).get(name)?.imported : undefined;
  return imported === undefined || imported === 'default' ? name : imported;
}
