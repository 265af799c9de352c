/** imageName(): the name of a folder as a name that an image may have: `Word count (2)` → `word-count-2`. */

export function imageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9_.]+/g, '-')
    .replace(/[-_.]*([-_.])[-_.]*/g, '$1')
    .replace(/^[-_.]+|[-_.]+$/g, '');
  return name === '' ? 'image' : name;
}
