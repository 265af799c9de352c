/**
 * The documentation of `spec/types.ts`, which is the manual, as the compiler that editors run reads it: what is said of a type and of its fields.
 */

import { fileURLToPath } from 'node:url';
import ts from 'typescript-5';

export interface Documentation {
  /** Paragraphs, lists and all; without the tags. */
  readonly text: string;
  /** As it is written: source where it is a literal, otherwise words. */
  readonly default?: string;
  /** Source. */
  readonly examples: readonly string[];
}

const file = fileURLToPath(new URL('../../../src/spec/types.ts', import.meta.url));
const options: ts.CompilerOptions = { strict: true, noEmit: true, lib: ['lib.es2023.d.ts'], types: [], module: ts.ModuleKind.NodeNext };
const program = ts.createProgram([file], options);
export const checker = program.getTypeChecker();
export const source = program.getSourceFile(file)!;

/** Of a type or a field: the first of its declarations that says something. */
export function documentationOf(symbol: ts.Symbol | undefined): Documentation {
  const tags = symbol?.getJsDocTags(checker) ?? [];
  const textsOf = (name: string) => tags.filter((tag) => tag.name === name).map(({ text }) => flat(ts.displayPartsToString(text)));
  const [given] = textsOf('default');
  return {
    text: flat(ts.displayPartsToString(symbol?.getDocumentationComment(checker))),
    ...(given !== undefined && { default: given }),
    examples: textsOf('example'),
  };
}

/** Lines of a paragraph as one; `{@link Labels}` as its word. */
function flat(text: string): string {
  return text
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .replaceAll(/(?<!\n)\n(?!\n|- )[ \t]*/g, ' ')
    .trim();
}

/** A type of the language by its name. */
export function typeNamed(name: string): ts.Type {
  const symbol = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!).find((found) => found.name === name);
  if (symbol === undefined) throw new Error(`src/spec/types.ts has no type ${name}`);
  return checker.getDeclaredTypeOfSymbol(symbol);
}

/** The types that a type is one of, without `undefined`. */
export function membersOf(type: ts.Type): readonly ts.Type[] {
  const members = type.isUnion() ? type.types.flatMap(membersOf) : [type];
  return members.filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0);
}

/** What the items of a list, or the values of a record, are. */
export function itemsOf(type: ts.Type): readonly ts.Type[] {
  return checker.getIndexInfosOfType(type).flatMap((info) => membersOf(info.type));
}

/** A field, unless it is one that must not be there. */
export function fieldOf(type: ts.Type, name: string): { readonly symbol: ts.Symbol; readonly types: readonly ts.Type[] } | undefined {
  const symbol = type.getProperty(name);
  const types = symbol === undefined ? [] : membersOf(checker.getTypeOfSymbol(symbol));
  return symbol === undefined || types.length === 0 ? undefined : { symbol, types };
}
