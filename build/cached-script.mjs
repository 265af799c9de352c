/**
 * cachedScript(): the main chunk of a bundle, an ES module → a module that runs a script, whose compiled code can be kept (src/load/code-cache.ts): V8 has
 * no cache for modules. Importers see no difference.
 *
 *     import { join } from 'node:path';              command.js         import * as $0 from 'node:path';
 *     const cook = () => import('./late.js');   →                       const { cook: $cook } = runScript('…/command.script.js', …)((name) => import(name), …, $0);
 *     export { cook };                                                  export { $cook as cook };
 *                                                    command.script.js  (function ($import, $meta, $0) { const { join } = $0; … return { cook }; })
 *
 * Refuses what would not be the same: an export whose value may change later.
 */

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/**
 * `runner`: what exports runScript, as the module imports it. `name`: of the chunk, whose module also exports what the entry does, by the entry's names; the entry,
 * which has nothing of its own, is left out.
 */
export function cachedScript(runner, name) {
  return {
    name: 'cached-script',
    generateBundle(options, files) {
      const chunk = Object.values(files).find((file) => file.name === name && !file.isEntry);
      const entry = Object.values(files).find((file) => file.isEntry);
      const { text, sources, exported } = scriptOf(chunk.code);
      const fileName = chunk.fileName.replace(/\.js$/, '.script.js');
      this.emitFile({ type: 'asset', fileName, source: text });
      const digest = createHash('sha256').update(text).digest('hex');
      chunk.code = moduleOf({ runner, script: basename(fileName), digest, sources, exported, named: namedExports(entry, chunk) });
      delete files[entry.fileName];
    },
  };
}

/** `export { a as run } from './command.js';` → `['a', 'run']`. */
function namedExports(entry, chunk) {
  const { body } = parseAst(entry.code);
  const others = body.filter(({ type, source }) => type !== 'ExportNamedDeclaration' || basename(source?.value ?? '') !== basename(chunk.fileName));
  if (others.length > 0) throw new Error(`${entry.fileName} has more than exports of ${chunk.fileName}: ${others[0].type}`);
  return body.flatMap(({ specifiers }) => specifiers.map(({ local, exported }) => [local.name, exported.name]));
}

function scriptOf(code) {
  const { body } = parseAst(code);
  const nodes = nodesBelow(body);
  if (nodes.some(({ type, name }) => type === 'Identifier' && /^\$(?:import|meta|\d+)$/.test(name))) throw new Error('a name of ours is taken');
  const imports = body.filter(({ type }) => type === 'ImportDeclaration');
  const exports = body.filter(({ type }) => type.startsWith('Export'));
  const exported = exports.flatMap(namesOf);
  checkConstant(body, exported);
  const edits = [
    ...imports.map((node, index) => ({ ...node, text: bindings(node.specifiers, `$${index}`) })),
    ...exports.map((node) => ({ ...node, text: '' })),
    ...nodes.flatMap(hostEdit),
  ];
  const parameters = ['$import', '$meta', ...imports.map((_, index) => `$${index}`)];
  const result = exported.map(([local, name]) => `${name}:${local}`);
  const text = `(function(${parameters}){"use strict";${edited(code, edits)};return{${result}}})`;
  return { text, sources: imports.map(({ source }) => source.value), exported: exported.map(([, name]) => name) };
}

function namesOf({ type, declaration, source, specifiers }) {
  if (type !== 'ExportNamedDeclaration' || declaration || source) throw new Error(`cannot put ${type} in a script`);
  return specifiers.map(({ local, exported }) => [local.name, exported.name]);
}

/** The module takes each value once. Classes are variables in a bundle. */
function checkConstant(body, exported) {
  const variable = body.filter(({ type, kind }) => type === 'VariableDeclaration' && kind !== 'const').flatMap(({ declarations }) => declarations);
  const changing = variable.filter(({ init }) => init?.type !== 'ClassExpression').map(({ id }) => id.name);
  const fault = exported.find(([local]) => changing.includes(local));
  if (fault !== undefined) throw new Error(`the value of the export ${fault[1]} may change: make it a const`);
}

function bindings(specifiers, from) {
  return specifiers
    .map(({ imported, local, type }) =>
      type === 'ImportNamespaceSpecifier' ? `const ${local.name}=${from};` : `const{${imported?.name ?? 'default'}:${local.name}}=${from};`,
    )
    .join('');
}

/** What only a module has: `import()` and `import.meta`. */
function hostEdit({ type, start, end }) {
  if (type === 'ImportExpression') return [{ start, end: start + 'import'.length, text: '$import' }];
  return type === 'MetaProperty' ? [{ start, end, text: '$meta' }] : [];
}

function nodesBelow(value) {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(nodesBelow);
  return 'type' in value ? [value, ...below] : below;
}

function edited(code, edits) {
  const ordered = [...edits].sort((a, b) => b.start - a.start);
  return ordered.reduce((rest, { start, end, text }) => rest.slice(0, start) + text + rest.slice(end), code);
}

function moduleOf({ runner, script, digest, sources, exported, named }) {
  const imports = sources.map((source, index) => `import*as $${index} from${JSON.stringify(source)};`);
  const values = exported.map((name) => `${name}:$${name}`);
  const host = ['(name)=>import(name)', 'import.meta', ...sources.map((_, index) => `$${index}`)];
  const names = [...exported.map((name) => [name, name]), ...named].map(([name, as]) => `$${name} as ${as}`);
  return `import{runScript}from${JSON.stringify(runner)};${imports.join('')}
const{${values}}=runScript(import.meta.dirname+${JSON.stringify(`/${script}`)},${JSON.stringify(digest)})(${host});
export{${names}};
`;
}
