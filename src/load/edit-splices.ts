/**
 * editSplices(): an edit → the pieces of the file's text that change, which leave comments and layout as they are.
 *
 *     { kind: 'append', path: ['ignore'], value: 'results' }     ignore: ['*.tmp'],   →   ignore: ['*.tmp', 'results'],
 *
 * A reason instead where that cannot be done safely: see edit-place.ts; besides, what would lose a comment, and what is no literal.
 */

import type { Node } from 'ts-morph';
import type { Edit, EditValue } from '../edit.js';
import { editPlace, sharedReason, type EditPlace } from './edit-place.js';
import { keyText, sourceText, type Quotes } from './source-text.js';
import type { SourceTree } from './source-tree.js';
import { indentAt, insertInto, removal, type Splice } from './splice.js';

export interface EditedFile {
  readonly path: string;
  readonly tree: SourceTree;
  readonly quotes: Quotes;
}

export function editSplices(edit: Edit, file: EditedFile): readonly Splice[] | string {
  const place = editPlace(file.path, edit.path, file.tree);
  if (typeof place === 'string') return place;
  switch (edit.kind) {
    case 'set':
      return place.rest.length === 0 ? replaceValue(place.value, edit.value, file) : addKeys(place, edit.value, file);
    case 'append':
      return place.rest.length === 0 ? appendItem(place.value, edit.value, file) : addKeys(place, [edit.value], file);
    case 'remove':
      return removeNode(place, file);
    case 'replace':
      return replaceText(place, edit, file);
  }
}

const COMPUTED = 'it is computed';

function replaceValue(node: Node, value: EditValue, file: EditedFile): readonly Splice[] | string {
  if (!isLiteral(node, file.tree)) return COMPUTED;
  if (hasComment(node)) return 'it has a comment in it';
  return [{ start: node.getStart(), end: node.getEnd(), text: sourceText(value, indentAt(node), file.quotes) }];
}

/** The rest of the path becomes keys below the last value that is there. */
function addKeys({ value: parent, rest }: EditPlace, value: EditValue, file: EditedFile): readonly Splice[] | string {
  if (!file.tree.morph.Node.isObjectLiteralExpression(parent) || rest.some((key) => typeof key === 'number')) return COMPUTED;
  const [key, ...below] = rest as readonly string[];
  const nested = below.reduceRight<EditValue>((inner, name) => ({ [name]: inner }), value);
  const text = (indent: string) => `${keyText(key!, file.quotes)}: ${sourceText(nested, indent, file.quotes)}`;
  return insertInto(parent, parent.getProperties(), text);
}

function appendItem(list: Node, value: EditValue, file: EditedFile): readonly Splice[] | string {
  if (!file.tree.morph.Node.isArrayLiteralExpression(list)) return COMPUTED;
  return insertInto(list, list.getElements(), (indent) => sourceText(value, indent, file.quotes));
}

/** The key or the element itself, not what a name there stands for. */
function removeNode({ written }: EditPlace, { path, tree }: EditedFile): readonly Splice[] | string {
  const { Node } = tree.morph;
  if (written === undefined) return 'it is not there';
  const parent = written.getParent();
  const node = Node.isPropertyAssignment(parent) || Node.isShorthandPropertyAssignment(parent) ? parent : written;
  const container: Node | undefined = node.getParent();
  const isMember = Node.isObjectLiteralExpression(container) || Node.isArrayLiteralExpression(container);
  if (!isMember) return COMPUTED;
  const members: readonly Node[] = Node.isObjectLiteralExpression(container) ? container.getProperties() : container.getElements();
  return sharedReason(node, path, tree) ?? removal(node, members, container);
}

function replaceText({ value, rest }: EditPlace, { text, by }: Extract<Edit, { kind: 'replace' }>, file: EditedFile): readonly Splice[] | string {
  const texts = rest.length > 0 ? [] : [value, ...value.getDescendants()].filter((node) => isText(node, file.tree));
  const holding = texts.filter((node) => node.getText().includes(text));
  const [node] = holding;
  if (node === undefined) return `there is no ${JSON.stringify(text)} in it, as it is written`;
  const before = node.getText().indexOf(text);
  if (holding.length > 1 || node.getText().includes(text, before + 1)) return `${JSON.stringify(text)} is in it more than once`;
  const start = node.getStart() + before;
  return sharedReason(node, file.path, file.tree) ?? [{ start, end: start + text.length, text: escaped(by, node.getText()[0]!) }];
}

function isText(node: Node, { morph }: SourceTree): boolean {
  const { Node, SyntaxKind } = morph;
  const kinds = [SyntaxKind.TemplateHead, SyntaxKind.TemplateMiddle, SyntaxKind.TemplateTail];
  return Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node) || kinds.includes(node.getKind());
}

/** As it stands between quotes; parts of a template begin with a backtick or a brace. */
function escaped(text: string, quote: string): string {
  if (quote === "'" || quote === '"') return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
  return text.replace(/[\\`]|\$\{/g, '\\$&');
}

function isLiteral(node: Node, tree: SourceTree): boolean {
  const { Node } = tree.morph;
  if (Node.isArrayLiteralExpression(node)) return node.getElements().every((element) => isLiteral(element, tree));
  if (Node.isObjectLiteralExpression(node)) {
    return node.getProperties().every((property) => Node.isPropertyAssignment(property) && isLiteral(property.getInitializerOrThrow(), tree));
  }
  return Node.isLiteralExpression(node) || /^(?:True|False|Null)Keyword$/.test(node.getKindName());
}

function hasComment(node: Node): boolean {
  return node.getDescendants().some((inner) => inner.getLeadingCommentRanges().length + inner.getTrailingCommentRanges().length > 0);
}
