/**
 * followValue(): the literals that an expression may stand for, through names, parentheses, `as`, `satisfies`, `defineImage(…)`, functions and branches.
 *
 *     defineImage(shared satisfies Shared)   →   the object literal of `const shared = { … }`
 *     small ? { … } : { … }                  →   both object literals
 *
 * What it cannot follow is its own answer.
 */

import type { CallExpression, Node } from 'ts-morph';
import { findDeclaration, originalName } from './find-declaration.js';
import { findMember } from './find-member.js';
import type { SourceTree } from './source-tree.js';

/** More is a circle. */
const maximalDepth = 40;

export function followValue(node: Node, tree: SourceTree, depth = 0): readonly Node[] {
  if (depth > maximalDepth) return [node];
  const next = nextNodes(node, tree, depth);
  return next.length === 0 ? [node] : next.flatMap((other) => followValue(other, tree, depth + 1));
}

function nextNodes(node: Node, tree: SourceTree, depth: number): readonly Node[] {
  const { Node, SyntaxKind } = tree.morph;
  if (Node.isParenthesizedExpression(node) || Node.isAsExpression(node) || Node.isSatisfiesExpression(node)) return [node.getExpression()];
  if (Node.isNonNullExpression(node) || Node.isTypeAssertion(node) || Node.isAwaitExpression(node)) return [node.getExpression()];
  if (Node.isConditionalExpression(node)) return [node.getWhenTrue(), node.getWhenFalse()];
  if (Node.isBinaryExpression(node)) {
    const choice = [SyntaxKind.QuestionQuestionToken, SyntaxKind.BarBarToken, SyntaxKind.AmpersandAmpersandToken];
    return choice.includes(node.getOperatorToken().getKind()) ? [node.getLeft(), node.getRight()] : [];
  }
  if (Node.isIdentifier(node)) return present(findDeclaration(node, node.getText(), tree));
  if (Node.isCallExpression(node)) return calledValue(node, tree);
  if (Node.isArrowFunction(node) || Node.isFunctionExpression(node) || Node.isFunctionDeclaration(node) || Node.isMethodDeclaration(node)) {
    return returnedValues(node, tree);
  }
  return accessedValues(node, tree, depth);
}

/** What is returned from a function, its last `return` first. */
function returnedValues(node: Node, { morph }: SourceTree): readonly Node[] {
  const body = morph.Node.isBodied(node) || morph.Node.isBodyable(node) ? node.getBody() : undefined;
  if (body === undefined || !morph.Node.isBlock(body)) return present(body);
  const returns = body.getDescendantsOfKind(morph.SyntaxKind.ReturnStatement);
  const own = returns.filter((statement) => isOwn(statement, node));
  return own.reverse().flatMap((statement) => present(statement.getExpression()));
}

function isOwn(statement: Node, owner: Node): boolean {
  const kinds = /^(?:ArrowFunction|FunctionExpression|FunctionDeclaration|MethodDeclaration|GetAccessor)$/;
  return statement.getFirstAncestor((ancestor) => kinds.test(ancestor.getKindName())) === owner;
}

/** The argument of `defineImage`, `override` and `Object.freeze`; what a function of the user's returns. */
function calledValue(node: CallExpression, tree: SourceTree): readonly Node[] {
  const callee = node.getExpression();
  if (['defineImage', 'override', 'freeze'].includes(originalName(callee, tree))) return present(node.getArguments()[0]);
  if (!tree.morph.Node.isIdentifier(callee)) return [];
  return present(findDeclaration(callee, callee.getText(), tree)).filter((found) => /Function/.test(found.getKindName()));
}

/** `shared.apt`, `shared['apt']`, and `apt` of `const { apt } = shared`. */
function accessedValues(node: Node, tree: SourceTree, depth: number): readonly Node[] {
  const { Node } = tree.morph;
  const member = (owner: Node | undefined, key: string | undefined): readonly Node[] => {
    if (owner === undefined || key === undefined) return [];
    return followValue(owner, tree, depth + 1).flatMap((value) => present(findMember(value, key, tree)?.value));
  };
  if (Node.isPropertyAccessExpression(node)) return member(node.getExpression(), node.getName());
  if (Node.isElementAccessExpression(node)) return member(node.getExpression(), literalText(node.getArgumentExpression(), tree));
  if (!Node.isBindingElement(node)) return [];
  const key = node.getPropertyNameNode()?.getText() ?? node.getName();
  const declaration = node.getParent().getParent();
  return Node.isVariableDeclaration(declaration) ? member(declaration.getInitializer(), key) : [];
}

function literalText(node: Node | undefined, { morph }: SourceTree): string | undefined {
  if (morph.Node.isStringLiteral(node) || morph.Node.isNoSubstitutionTemplateLiteral(node)) return node.getLiteralText();
  return morph.Node.isNumericLiteral(node) ? node.getText() : undefined;
}

export function present(node: Node | undefined): readonly Node[] {
  return node === undefined ? [] : [node];
}
