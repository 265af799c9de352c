/**
 * readDefinition(): an Apptainer definition as Apptainer reads it: names in braces are replaced everywhere, `bootstrap:` begins a stage, a first word with `%` a
 * section of at most 64 KiB, a carriage return at the end of a line goes; lines of %files and %labels are words, those of the other sections go to a shell.
 */

export interface DefinitionStage {
  readonly header: Readonly<Record<string, string>>;
  /** By what stands behind `%`: `files from build`. */
  readonly sections: ReadonlyMap<string, string>;
}

export function readDefinition(text: string): readonly DefinitionStage[] {
  const replaced = text.match(/\{\{\s*\w+\s*\}\}/);
  if (replaced !== null) throw new Error(`${replaced[0]} has no value`);
  const starts = [...text.matchAll(/^bootstrap:/gim)].map(({ index }) => index);
  return starts.map((start, at) => readStage(text.slice(start, starts[at + 1])));
}

function readStage(text: string): DefinitionStage {
  const header: Record<string, string> = {};
  const sections = new Map<string, string>();
  let open: string | undefined;
  for (const each of text.split('\n')) {
    const line = each.replace(/\r$/, '');
    if (/^[\s\u0085]*%/.test(line)) {
      open = line.trim().slice(1);
      if (!/^(?:files(?: from [a-z0-9._-]+)?|post|environment|runscript|labels)$/.test(open) || sections.has(open))
        throw new Error(`a section ${line}`);
      sections.set(open, '');
    } else if (open !== undefined) sections.set(open, `${sections.get(open)}${line}\n`);
    else if (line.trim() !== '' && !line.trim().startsWith('#')) {
      const [, name, value] = /^(\w+): (.*)$/.exec(line) ?? [];
      if (name === undefined) throw new Error(`no line of a header: ${line}`);
      header[name.toLowerCase()] = value!;
    }
  }
  if ([...sections.values()].some((section) => Buffer.byteLength(section) > 65_400)) throw new Error('a section is too long');
  return { header, sections };
}

/** Sources and destination of each line of %files. */
export function fileLines(section = ''): readonly (readonly [source: string, folder: string])[] {
  return section.split('\n').flatMap((line) => {
    const [source, folder, ...more] = line.trim().split(/\s+/);
    if (source === '' || source!.startsWith('#')) return [];
    if (folder === undefined || more.length > 0) throw new Error(`no line of %files: ${line}`);
    return [[source!, folder]];
  });
}
