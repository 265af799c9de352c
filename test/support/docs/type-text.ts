/**
 * typeText(): a type as the pages of the documentation say it. Lists and records by these words, names of types as links, all else as code; without `readonly`,
 * and without `Override<…>`, which may stand almost everywhere.
 *
 *     readonly AptRepository[] | Override<readonly AptRepository[]>   →   list of [AptRepository](#aptrepository)
 */

import ts from 'typescript-5';
import { checker, source } from './documentation.js';

/** Types that are explained elsewhere than on the page of the field `home`: whole definitions, steps, and small words of the language. */
export function pageOf(name: string, home: string): string | undefined {
  if (OF_DEFINITIONS.includes(name)) return 'README.md';
  if (name === 'Step') return home === 'steps' ? undefined : 'steps.md';
  return isWord(name) ? `words.md#${name.toLowerCase()}` : undefined;
}

const OF_DEFINITIONS: readonly string[] = ['Stage', 'PartialStage', 'Preset', 'DefinedImage'];

/** What the documentation of the types begins with, before the first field. */
export const words = source.statements
  .filter((statement): statement is Declaration => isDeclaration(statement))
  .filter(({ pos }) => pos < baseStart());

export type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

function isDeclaration(node: ts.Node): node is Declaration {
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function baseStart(): number {
  return source.statements.find((statement) => isDeclaration(statement) && statement.name.text === 'Base')!.pos;
}

function isWord(name: string): boolean {
  return words.some((word) => word.name.text === name && isExplained(word));
}

/** Where a type that is named is declared, if the language does that. */
export function declarationOf(node: ts.TypeReferenceNode): Declaration | undefined {
  const symbol = checker.getSymbolAtLocation(node.typeName);
  const original = symbol && (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  const declaration = original?.declarations?.find(isDeclaration);
  return declaration?.getSourceFile().fileName.includes('/src/') === true ? declaration : undefined;
}

/** Whether a type has a heading of its own: one of objects, or one that something is said of. */
export function isExplained(declaration: Declaration): boolean {
  if (declaration.name.text === 'List' || declaration.getSourceFile() !== source) return false;
  return ts.isInterfaceDeclaration(declaration) || ts.getJSDocCommentsAndTags(declaration).length > 0;
}

export function typeText(node: ts.TypeNode, home: string): string {
  const inner = (type: ts.TypeNode) => typeText(type, home);
  if (ts.isUnionTypeNode(node)) return alternatives(node.types.filter((type) => !isOverride(type)).map(inner));
  if (ts.isIntersectionTypeNode(node)) return node.types.map(inner).join(' with ');
  if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) return inner(node.type);
  if (ts.isArrayTypeNode(node)) return `list of ${inner(node.elementType)}`;
  if (ts.isTypeLiteralNode(node)) return code(`{ ${node.members.map((member) => member.name?.getText() ?? '').join(', ')} }`);
  return ts.isTypeReferenceNode(node) ? referenceText(node, home) : code(patternText(node));
}

function referenceText(node: ts.TypeReferenceNode, home: string): string {
  const name = node.typeName.getText();
  const [first, second] = node.typeArguments ?? [];
  if (name === 'Readonly' || name === 'Partial') return typeText(first!, home);
  if (name === 'Record') return `record of ${typeText(second!, home)}`;
  if (name === 'List') return `list of ${code('string')}`;
  const page = pageOf(name, home);
  if (page !== undefined) return `[${name}](${page})`;
  const declaration = declarationOf(node);
  if (declaration === undefined) return parameterText(node, home);
  if (isExplained(declaration) || !ts.isTypeAliasDeclaration(declaration)) return `[${name}](#${name.toLowerCase()})`;
  return typeText(declaration.type, home);
}

/** Of a type that is inferred: what it is in general. */
function parameterText(node: ts.TypeReferenceNode, home: string): string {
  const declaration = checker.getSymbolAtLocation(node.typeName)?.declarations?.find(ts.isTypeParameterDeclaration);
  const type = declaration?.constraint ?? declaration?.default;
  return type === undefined ? code(node.getText()) : typeText(type, home);
}

/** Of a pattern, what may be anything as `…`. */
function patternText(node: ts.TypeNode): string {
  return ts.isTemplateLiteralTypeNode(node)
    ? node
        .getText()
        .replaceAll(/^`|`$/g, "'")
        .replaceAll(/(?:\$\{[^}]*\})+/g, '…')
    : node.getText();
}

function isOverride(node: ts.TypeNode): boolean {
  return ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Override';
}

function alternatives(texts: readonly string[]): string {
  const different = [...new Set(texts)];
  // A long list of words is no explanation; what is said of it is.
  const all = different.length > 10 ? [...different.slice(0, 2), '…', different.at(-1)!] : different;
  return all.length < 3 ? all.join(' or ') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
