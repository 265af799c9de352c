/**
 * emit(): a definition file and what it imports → JavaScript modules in the cache folder, and the plan to run them.
 *
 *     image.ts: import { tools } from './tools'       →   0.mjs: import { tools } from "./1.mjs"
 *               import { defineImage } from 'imagewright'        import { defineImage } from "file:///…/imagewright/dist/index.js"
 *
 * Packages keep their names: Node finds them from `node_modules/.cache` as it does from the file. What is not understood here without a doubt
 * makes a plan without entry: then jiti runs the file. Nothing of the user's is run here.
 */

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { init } from 'es-module-lexer';
import type { CacheFolder } from './cache-folder.js';
import { learnCode } from './code-cache.js';
import { readJson } from './read-json.js';
import { linkImports, type Link } from './link-imports.js';
import { planFolder, writePlan, type Plan } from './plan.js';
import { printModule } from './print-module.js';
import { transformSource, type TransformedSource } from './transform-source.js';

interface SourceModule {
  readonly file: string;
  readonly source: TransformedSource | undefined;
  readonly links: readonly Link[];
}

export async function emit(file: string, folder: CacheFolder | undefined): Promise<Plan> {
  // A definition that is new to us may use what no other has.
  learnCode();
  // Its WebAssembly: the build in JavaScript costs more than all else here.
  await init();
  const inputs: Record<string, string> = {};
  const absent = new Set<string>();
  const modules: SourceModule[] = [];
  let understood = true;
  const queue = new Set([file]);
  for (const next of queue) {
    const text = readFileSync(next, 'utf8');
    inputs[next] = text;
    const source = next.endsWith('.json') ? undefined : transformSource(next, text);
    if (next.endsWith('.json')) readJson(next, text);
    else if (source === undefined) understood = false;
    const linked = linkImports(next, source, folder?.modules);
    understood &&= linked.understood;
    Object.assign(inputs, linked.inputs);
    linked.absent.forEach((path) => absent.add(path));
    linked.links.forEach((link) => link.kind === 'source' && queue.add(link.file));
    modules.push({ file: next, source, links: linked.links });
  }
  const plan: Plan = { file, inputs, absent: [...absent].sort() };
  return folder === undefined ? plan : keep(plan, understood ? modules : [], folder);
}

/** Writes the modules and the plan; without modules only the plan. */
function keep(plan: Plan, modules: readonly SourceModule[], folder: CacheFolder): Plan {
  try {
    const kept = modules.length === 0 ? plan : { ...plan, entry: writeModules(plan, modules, folder) };
    writePlan(kept, folder.path);
    return kept;
  } catch {
    return plan;
  }
}

/** A new folder each time: Node never loads a module of the same address twice. */
function writeModules(plan: Plan, modules: readonly SourceModule[], folder: CacheFolder): string {
  const parent = planFolder(plan.file, folder.path);
  mkdirSync(parent, { recursive: true });
  const target = mkdtempSync(join(parent, 'run-'));
  const names = new Map(modules.map((module, index) => [module.file, `./${index}.mjs`]));
  modules.forEach((module, index) => {
    const text = plan.inputs[module.file] ?? '';
    writeFileSync(join(target, `${index}.mjs`), printModule({ ...module, text, names, folder: target }));
  });
  return join(target, '0.mjs');
}
