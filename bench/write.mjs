/** docs/benchmarks.md with sections replaced that were measured: those of a heading `## …`; new ones stand in the order in which they are made. */

const ORDER = ['Start-up', 'Load', 'Images'];

export function withSections(text, measured) {
  const known = sectionsOf(text);
  const all = new Map([...known, ...measured.map((section) => [titleOf(section), section])]);
  const [head = '# Benchmarks'] = text.split(/^(?=## )/m);
  const titles = ORDER.filter((title) => all.has(title));
  return `${[head.trim(), ...titles.map((title) => all.get(title))].join('\n\n')}\n`;
}

function sectionsOf(text) {
  const [, ...sections] = text.split(/^(?=## )/m);
  return new Map(sections.map((section) => [titleOf(section), section.trim()]));
}

function titleOf(section) {
  return /^## (.*)/.exec(section)[1];
}
