/**
 * editPlace(): what is written at a path of a definition, where a change of it changes that place alone.
 *
 *     apt: tools, ['apt', 0]     →   'git' of   const tools = ['git'];     unless tools is used elsewhere too
 *
 * Refused, with the reason: what another file says, what depends on something (`big ? … : …`, a loop), what is computed, and what is said for several places at once.
 */

import type { Node } from 'ts-morph';
import type { OriginPath } from '../origin.js';
import { findExport } from './find-export.js';
import { findMember } from './find-member.js';
import { followValue } from './follow-value.js';
import type { SourceTree } from './source-tree.js';

export interface EditPlace {
  /** As it stands at the path, perhaps a name; undefined where something is left of the path. */
  readonly written: Node | undefined;
  /** What that stands for; of a path that is not there, the last value on its way. */
  readonly value: Node;
  /** What of the path is not there. */
  readonly rest: OriginPath;
}

/** A reason is a sentence about the place. */
export function editPlace(file: string, path: OriginPath, tree: SourceTree): EditPlace | string {
  const source = tree.open(file);
  const root = source && findExport(source, 'default', tree);
  if (root === undefined) return 'the default export is not written as one';
  let [written, rest]: [Node, OriginPath] = [root, path];
  for (;;) {
    const [value, ...others] = followValue(written, tree);
    if (value === undefined || others.length > 0) return 'it depends on something, and is written more than once';
    const found = rest.length === 0 ? undefined : findMember(value, rest[0]!, tree);
    if (found === undefined) {
      const reason = sharedReason(value, file, tree);
      return reason ?? { written: rest.length === 0 ? written : undefined, value, rest };
    }
    [written, rest] = [found.value, rest.slice(1)];
  }
}

/** Why a change of a node would not be one of its place alone; undefined: it would be. */
export function sharedReason(node: Node, file: string, tree: SourceTree): string | undefined {
  if (node.getSourceFile() !== tree.open(file)) return 'it is written in another file';
  for (const scope of node.getAncestors()) {
    if (/^(?:If|Switch|For|ForIn|ForOf|While|Do|Try)Statement$|^ConditionalExpression$|^BinaryExpression$/.test(scope.getKindName()))
      return isExport(scope, tree) ? undefined : 'it depends on something';
    const reason = scopeReason(scope, tree);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** `module.exports = …` */
function isExport(scope: Node, { morph }: SourceTree): boolean {
  return morph.Node.isBinaryExpression(scope) && scope.getOperatorToken().getKind() === morph.SyntaxKind.EqualsToken;
}

function scopeReason(scope: Node, tree: SourceTree): string | undefined {
  const { Node } = tree.morph;
  if (Node.isVariableDeclaration(scope)) return nameReason(scope.getName(), scope.isExported() && !scope.isDefaultExport(), scope, tree);
  if (Node.isFunctionDeclaration(scope)) {
    return scope.isDefaultExport() ? undefined : nameReason(scope.getName() ?? '', scope.isExported(), scope, tree);
  }
  if (Node.isArrowFunction(scope) || Node.isFunctionExpression(scope)) return isCalledOnce(scope, tree) ? undefined : 'a function makes it';
  return Node.isMethodDeclaration(scope) || Node.isGetAccessorDeclaration(scope) ? 'a function makes it' : undefined;
}

function nameReason(name: string, isExported: boolean, declaration: Node, tree: SourceTree): string | undefined {
  if (isExported) return `"${name}" is exported, and others may use it`;
  return usesOf(name, declaration, tree) > 1 ? `"${name}" is used more than once` : undefined;
}

/** Whoever reads it: each identifier of that name but the declaration's own and names of properties. */
function usesOf(name: string, declaration: Node, { morph }: SourceTree): number {
  const identifiers = declaration.getSourceFile().getDescendantsOfKind(morph.SyntaxKind.Identifier);
  return identifiers.filter((identifier) => {
    const parent = identifier.getParent();
    if (identifier.getText() !== name || parent === declaration) return false;
    if (morph.Node.isPropertyAssignment(parent)) return parent.getNameNode() !== identifier;
    return !(morph.Node.isPropertyAccessExpression(parent) && parent.getNameNode() === identifier);
  }).length;
}

/** The default export, an argument of `defineImage`, or what a name stands for, which is counted by that name. */
function isCalledOnce(node: Node, { morph }: SourceTree): boolean {
  const parent = node.getParent();
  if (morph.Node.isCallExpression(parent)) return /(?:^|\.)defineImage$/.test(parent.getExpression().getText());
  return morph.Node.isExportAssignment(parent) || morph.Node.isVariableDeclaration(parent) || morph.Node.isBinaryExpression(parent);
}
