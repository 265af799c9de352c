/** The manual: every field of a definition, and the types that explain it, read from `spec/types.ts`. */

import ts from 'typescript-5';
import { checker, documentationOf, fieldOf, membersOf, typeNamed, type Documentation } from './documentation.js';
import { declarationOf, isExplained, pageOf, typeText, words, type Declaration } from './type-text.js';

export interface Member extends Documentation {
  readonly name: string;
  readonly isOptional: boolean;
  /** In Markdown. */
  readonly type: string;
}

/** A type that a page explains. */
export interface ExplainedType extends Documentation {
  readonly name: string;
  /** What it may be, in Markdown, where it is not an object with fields. */
  readonly type?: string;
  /** A type of another page, whose fields it has all. */
  readonly like?: { readonly name: string; readonly page: string };
  readonly members: readonly Member[];
}

export interface Field extends Member {
  /** The interface of `spec/types.ts` that it stands in. */
  readonly group: string;
  /** The type that it is, where that has a name and words of its own. */
  readonly itself?: ExplainedType;
  /** The types that it is made of, in the order in which they are named. */
  readonly types: readonly ExplainedType[];
}

/** In the order in which the types name them. */
export function fields(): readonly Field[] {
  const types = membersOf(typeNamed('ImageDefinition'));
  const names = [...new Set(types.flatMap((type) => type.getProperties().map(({ name }) => name)))];
  return names.map((name) => fieldNamed(name, types));
}

function fieldNamed(name: string, types: readonly ts.Type[]): Field {
  const [symbol] = types.flatMap((type) => fieldOf(type, name)?.symbol ?? []);
  const declaration = (symbol?.declarations ?? []).find((found): found is ts.PropertySignature => ts.isPropertySignature(found))!;
  const main = mainType(declaration.type!, name);
  const others = reachedFrom(declaration.type!, name).filter((found) => found !== main);
  return {
    ...memberOf(declaration, name),
    group: groupOf(declaration),
    ...(main && { itself: explained(main, name) }),
    types: others.map((found) => explained(found, name)),
  };
}

function groupOf({ parent }: ts.PropertySignature): string {
  const owner = ts.isInterfaceDeclaration(parent) ? parent : parent.parent;
  return (owner as Declaration).name.text;
}

function memberOf(declaration: ts.PropertySignature, home: string): Member {
  const own = documentationOf(checker.getSymbolAtLocation(declaration.name));
  const type =
    ts.isTypeReferenceNode(declaration.type!) && pageOf(declaration.type.typeName.getText(), home) === undefined
      ? declarationOf(declaration.type)
      : undefined;
  return {
    ...own,
    // Where a field has no words of its own, its type has.
    text: own.text || documentationOf(type && checker.getSymbolAtLocation(type.name)).text,
    name: declaration.name.getText(),
    isOptional: declaration.questionToken !== undefined,
    type: typeText(declaration.type!, home),
  };
}

/** `Pip` of `Pip | Override<Pip>`. */
function mainType(node: ts.TypeNode, home: string): Declaration | undefined {
  const [first] = ts.isUnionTypeNode(node) ? node.types : [node];
  const declaration =
    first && ts.isTypeReferenceNode(first) && pageOf(first.typeName.getText(), home) === undefined ? declarationOf(first) : undefined;
  return declaration && isExplained(declaration) ? declaration : undefined;
}

/** Types that are named in another, and in those, that have no page of their own; each once. */
function reachedFrom(start: ts.Node, home: string): readonly Declaration[] {
  const found = new Set<Declaration>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node)) reach(node);
    ts.forEachChild(node, visit);
  };
  const reach = (node: ts.TypeReferenceNode): void => {
    const declaration = pageOf(node.typeName.getText(), home) === undefined ? declarationOf(node) : undefined;
    if (declaration === undefined || found.has(declaration)) return;
    if (isExplained(declaration)) found.add(declaration);
    if (likeOf(declaration) !== undefined) return;
    for (const part of ts.isInterfaceDeclaration(declaration) ? propertiesOf(declaration) : [declaration.type]) visit(part);
  };
  visit(start);
  return [...found];
}

/** Its own, and those that it inherits; not those that must be left out. */
function propertiesOf(declaration: ts.InterfaceDeclaration): readonly ts.PropertySignature[] {
  const properties = checker.getTypeAtLocation(declaration).getProperties();
  return properties
    .flatMap((property) => (property.declarations ?? []).filter((found): found is ts.PropertySignature => ts.isPropertySignature(found)).slice(0, 1))
    .filter(({ type }) => type?.kind !== ts.SyntaxKind.NeverKeyword);
}

/** A step is what the field of the same name holds, with its kind. */
function likeOf(declaration: Declaration): ExplainedType['like'] {
  if (!ts.isInterfaceDeclaration(declaration) || !declaration.members.every((member) => member.name?.getText() === 'kind')) return undefined;
  const [base] = declaration.heritageClauses?.flatMap(({ types }) => types) ?? [];
  const name = base?.expression.getText();
  const page = (
    { CopyOptions: 'copy', AddDownload: 'add', AddRepository: 'add', AddArchive: 'add', RunOptions: 'run', UserOptions: 'user' } as const
  )[name ?? ''];
  return name === undefined || page === undefined ? undefined : { name, page: `${page}.md#${name.toLowerCase()}` };
}

function explained(declaration: Declaration, home: string): ExplainedType {
  const like = likeOf(declaration);
  return {
    ...documentationOf(checker.getSymbolAtLocation(declaration.name)),
    name: declaration.name.text,
    ...(ts.isTypeAliasDeclaration(declaration) && { type: typeText(declaration.type, home) }),
    ...(like && { like }),
    members: membersOfDeclaration(declaration, home),
  };
}

function membersOfDeclaration(declaration: Declaration, home: string): readonly Member[] {
  if (ts.isInterfaceDeclaration(declaration)) return propertiesOf(declaration).map((property) => memberOf(property, home));
  const parts: readonly ts.TypeNode[] = ts.isUnionTypeNode(declaration.type) ? declaration.type.types : [declaration.type];
  const members = parts
    .filter(ts.isTypeLiteralNode)
    .flatMap((part) => part.members.filter(ts.isPropertySignature).map((property) => memberOf(property, home)));
  // Of several forms, what must be there is said by the forms themselves; each field is explained once.
  const different = members.filter(({ name, text }, index) => text !== '' && members.findIndex((other) => other.name === name) === index);
  return different.map((member) => ({ ...member, isOptional: parts.length > 1 || member.isOptional }));
}

/** The small words of the language, which many fields are made of. */
export function smallWords(): readonly ExplainedType[] {
  return words.filter(isExplained).map((word) => explained(word, 'words'));
}
