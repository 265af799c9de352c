/**
 * Paths: those in the image are absolute, those of the build context stay below it.
 *
 * The builder takes the sources of a copy for patterns and finds them by name on the way, so that some names cannot be copied at all; those are refused with
 * the reason instead of copying nothing.
 */

import { quoted, type Check, type Fault } from './fault.js';

export const absolutePathFault: Check<string> = (path) =>
  /^(?:\/|[A-Za-z]:[\\/])/.test(path)
    ? undefined
    : { code: 'relative-path', message: `${quoted(path)} is not absolute`, hint: `begin at the root: ${quoted(`/${path.replace(/^\.?\//, '')}`)}` };

/** The path of a file, not of a folder. */
export const filePathFault: Check<string> = (path) => {
  if (!path.endsWith('/')) return absolutePathFault(path);
  return { code: 'not-a-file', message: `${quoted(path)} is a folder, not a file`, hint: 'end it with the name of the file' };
};

export const contextPathFault: Check<string> = (path) => {
  const outside = (reason: string): Fault => ({
    code: 'outside-context',
    message: `${quoted(path)} ${reason}`,
    hint: 'name a file or folder below the folder of image.ts; move or link it there first',
  });
  if (path === '') return { code: 'empty-path', message: 'the path is empty', hint: "write '.' for the whole context" };
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(path)) return outside('is a URL, not a path of the build context');
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) return outside('is absolute; sources are paths below the build context');
  return leavesFolder(path) ? outside('leaves the build context') : undefined;
};

/** A path that is mounted, not copied: the builder looks for a file of that very name. The ignore file could not let in such a name either. */
export const literalPathFault: Check<string> = (path) =>
  /[*?[\\]/.test(path)
    ? {
        code: 'pattern',
        message: `${quoted(path)} is a pattern, and what is mounted has to be named`,
        hint: 'name each file, or the folder that they are in',
      }
    : undefined;

export const mountedPathFault: Check<string> = (path) => contextPathFault(path) ?? literalPathFault(path);

/** Where packages are looked for: a folder of the context, which is mounted, or a URL, in which every sign may stand. */
export const linkFault: Check<string> = (link) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(link) ? undefined : mountedPathFault(link));

/** A pattern of what a copy leaves out: below its source, so that one that begins at a root, or leaves the source, would leave out nothing. */
export const excludeFault: Check<string> = (pattern) => {
  const path = pattern.replace(/^!/, '');
  const fault = (reason: string): Fault => ({
    code: 'outside-context',
    message: `${quoted(pattern)} ${reason}`,
    hint: "write a pattern of what is below the source: '**/*.tmp'",
  });
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) return fault('is absolute; what is left out is below the source');
  return leavesFolder(path) ? fault('leaves the source of the copy') : undefined;
};

function leavesFolder(path: string): boolean {
  let depth = 0;
  for (const part of path.split(/[\\/]/)) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

export const copySourceFault: Check<string> = (path) => contextPathFault(path) ?? uncopyable(path);

/** A file of the context that is copied by its name. */
export const copiedFileFault: Check<string> = (path) => mountedPathFault(path) ?? copySourceFault(path);

/** The same, where it is surely no folder. */
export const certificateFault: Check<string> = (path) =>
  /(?:^|\/)\.{0,2}$/.test(path)
    ? { code: 'not-a-file', message: `${quoted(path)} is a folder, not a file`, hint: 'name the file of each certificate' }
    : copiedFileFault(path);

function uncopyable(path: string): Fault | undefined {
  const fault = (reason: string): Fault => ({
    code: 'uncopyable-source',
    message: `${quoted(path)} ${reason}, which the builder cannot copy by name`,
    hint: 'copy the folder that it is in, or rename it',
  });
  if (path.includes('\\')) return fault('has a backslash');
  const parts = path.replace(/^(?:\.\/)+/, '').split('/');
  if (parts.some((part) => part !== part.trimEnd())) return fault('has a name that ends with a blank');
  const first = parts[0] ?? '';
  if (first !== first.trimStart()) return fault('begins with a blank');
  return first.startsWith('!') ? fault('begins with "!"') : undefined;
}
