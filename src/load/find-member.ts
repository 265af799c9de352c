/**
 * findMember(): the member of a literal under a key, through spreads; of a call of a step helper the argument that becomes it.
 *
 *     { ...shared, apt: ['git'] }, 'apt'             →   apt: ['git']
 *     [...tools, 'nano'], 1                          →   'nano', when tools has one item
 *     run('make', { uses: ['Makefile'] }), 'script'  →   'make'
 */

import type { ArrayLiteralExpression, CallExpression, Node, ObjectLiteralExpression } from 'ts-morph';
import { originalName } from './find-declaration.js';
import { findExport } from './find-export.js';
import { followValue } from './follow-value.js';
import type { SourceTree } from './source-tree.js';

export interface Member {
  /** The name of a property. */
  readonly key?: Node;
  readonly value: Node;
}

/** Names of what the arguments of the language's helpers become; an argument may be known under several. */
const helperArguments: Readonly<Record<string, readonly string[]>> = {
  copy: ['from', 'to'],
  add: ['url|git', 'to'],
  file: ['to', 'content'],
  run: ['script'],
  env: ['variables'],
  arg: ['args'],
  user: ['name|uid'],
  workdir: ['path'],
  shell: ['argv'],
  raw: ['text'],
  expand: ['text'],
  prependPath: ['text'],
  override: ['value'],
  cache: ['target'],
  bind: ['target'],
  tmpfs: ['target'],
  secret: ['id'],
  ssh: ['id'],
};

export function findMember(node: Node, key: string | number, tree: SourceTree): Member | undefined {
  if (tree.active.has(node)) return undefined;
  tree.active.add(node);
  const member = memberOf(node, key, tree);
  tree.active.delete(node);
  return member;
}

function memberOf(node: Node, key: string | number, tree: SourceTree): Member | undefined {
  const { Node } = tree.morph;
  if (Node.isObjectLiteralExpression(node)) return findProperty(node, String(key), tree);
  if (Node.isArrayLiteralExpression(node)) return findItem(node, Number(key), tree);
  if (Node.isCallExpression(node)) return findArgument(node, String(key), tree);
  const exported = Node.isSourceFile(node) ? findExport(node, String(key), tree) : undefined;
  return exported && { value: exported };
}

function findProperty(node: ObjectLiteralExpression, key: string, tree: SourceTree): Member | undefined {
  const { Node } = tree.morph;
  for (const [property, name] of tree.once(node, namedProperties)) {
    if (Node.isSpreadAssignment(property)) {
      const found = firstMember(property.getExpression(), key, tree);
      if (found !== undefined) return found;
    } else if (name === key) {
      const value = Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
      return { key: property.getNameNode(), value: value ?? (Node.isShorthandPropertyAssignment(property) ? property.getNameNode() : property) };
    }
  }
  return undefined;
}

/** The last first, which is the one that counts. */
function namedProperties(node: ObjectLiteralExpression, tree: SourceTree) {
  const properties = node.getProperties().reverse();
  return properties.map(
    (property) => [property, tree.morph.Node.isSpreadAssignment(property) ? undefined : propertyName(property.getNameNode(), tree)] as const,
  );
}

function propertyName(node: Node, { morph }: SourceTree): string | undefined {
  const name = morph.Node.isComputedPropertyName(node) ? node.getExpression() : node;
  if (morph.Node.isStringLiteral(name) || morph.Node.isNoSubstitutionTemplateLiteral(name)) return name.getLiteralText();
  if (morph.Node.isNumericLiteral(name)) return String(name.getLiteralValue());
  return morph.Node.isIdentifier(name) && name === node ? name.getText() : undefined;
}

function firstMember(node: Node, key: string | number, tree: SourceTree): Member | undefined {
  for (const value of followValue(node, tree)) {
    const found = findMember(value, key, tree);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findItem(node: ArrayLiteralExpression, index: number, tree: SourceTree): Member | undefined {
  const item = itemsOf(node, tree)[index];
  return item && { value: item };
}

/** Up to the first spread whose length is not known. */
function itemsOf(node: ArrayLiteralExpression, tree: SourceTree): readonly Node[] {
  const items: Node[] = [];
  for (const element of node.getElements()) {
    if (!tree.morph.Node.isSpreadElement(element)) {
      items.push(element);
      continue;
    }
    const values = followValue(element.getExpression(), tree);
    const [list] = values;
    if (values.length !== 1 || !tree.morph.Node.isArrayLiteralExpression(list) || tree.active.has(list)) return items;
    tree.active.add(list);
    items.push(...itemsOf(list, tree));
    tree.active.delete(list);
  }
  return items;
}

function findArgument(node: CallExpression, key: string, tree: SourceTree): Member | undefined {
  const names = helperArguments[originalName(node.getExpression(), tree)];
  if (names === undefined) return undefined;
  const found = node.getArguments()[names.findIndex((name) => name.split('|').includes(key))];
  if (found !== undefined) return { value: found };
  for (const argument of node.getArguments()) {
    const member = firstMember(argument, key, tree);
    if (member !== undefined && !tree.morph.Node.isArrayLiteralExpression(argument)) return member;
  }
  return undefined;
}
