/**
 * findExport(): the expression or function that a file exports under a name, `default` among them; for JSON the value of the file.
 */

import type { Node, SourceFile } from 'ts-morph';
import { findDeclaration, openImport } from './find-declaration.js';
import type { SourceTree } from './source-tree.js';

export function findExport(file: SourceFile, name: string, tree: SourceTree): Node | undefined {
  if (file.getFilePath().endsWith('.json')) return name === 'default' ? jsonValue(file, tree) : undefined;
  const direct = name === 'default' ? defaultExport(file, tree) : exportedDeclaration(file, name);
  return direct ?? exportedAgain(file, name, tree);
}

function jsonValue(file: SourceFile, { morph }: SourceTree): Node | undefined {
  const [statement] = file.getStatements();
  return morph.Node.isExpressionStatement(statement) ? statement.getExpression() : undefined;
}

/** `export default …`, `export = …`, `module.exports = …`. */
function defaultExport(file: SourceFile, tree: SourceTree): Node | undefined {
  const assigned = file.getExportAssignment(() => true)?.getExpression();
  return assigned ?? file.getFunctions().find((declaration) => declaration.isDefaultExport()) ?? commonJsExport(file, tree);
}

function commonJsExport(file: SourceFile, { morph }: SourceTree): Node | undefined {
  const { Node } = morph;
  const values = file.getStatements().map((statement) => {
    const expression = Node.isExpressionStatement(statement) ? statement.getExpression() : undefined;
    if (!Node.isBinaryExpression(expression)) return undefined;
    return /^(?:module\.exports|(?:module\.)?exports\.default)$/.test(expression.getLeft().getText()) ? expression.getRight() : undefined;
  });
  return values.findLast((value) => value !== undefined);
}

function exportedDeclaration(file: SourceFile, name: string): Node | undefined {
  const variable = file.getVariableDeclaration(name);
  if (variable?.isExported() === true) return variable.getInitializer() ?? variable;
  const declaration = file.getFunction(name);
  return declaration?.isExported() === true ? declaration : undefined;
}

/** `export { local as name }`, `export { name } from './other'`, `export * from './other'`. */
function exportedAgain(file: SourceFile, name: string, tree: SourceTree): Node | undefined {
  for (const declaration of file.getExportDeclarations()) {
    const specifier = declaration.getModuleSpecifierValue();
    const named = declaration.getNamedExports().find((item) => (item.getAliasNode()?.getText() ?? item.getName()) === name);
    if (declaration.hasNamedExports() && named === undefined) continue;
    if (specifier === undefined) return named && findDeclaration(named, named.getName(), tree);
    const other = openImport(file, specifier, tree);
    const found = other && findExport(other, named?.getName() ?? name, tree);
    if (found !== undefined) return found;
  }
  return undefined;
}
