/**
 * withOciLabels() and ociFacts(): the labels that `labels: { oci: true }` stands for: those of the OCI image specification that the project and the definition know.
 *
 *     name: 'tides', version: '0.1'; the project has a license      org.opencontainers.image.licenses=MIT
 *                                                                   org.opencontainers.image.title=tides
 *                                                                   org.opencontainers.image.version=0.1
 *
 * What the definition says itself wins: its labels, then its name and version. `created` and `revision` are never among them: the same definition gives the same
 * text at any time and in any commit.
 */

import type { Origin } from '../../origin.js';
import { literal } from '../../text.js';
import { lastSaid } from '../said.js';
import type { ProjectFacts } from '../project-facts.js';
import { publicUrl, sourceUrl } from '../public-url.js';
import type { StageSpec } from '../spec.js';
import type { Layer } from '../layers.js';

type Labels = StageSpec['labels'];

export function withOciLabels(labels: Labels, asked: Origin, facts: Readonly<Record<string, string | undefined>>): Labels {
  const added = Object.entries(facts).flatMap(([fact, text]) => {
    const name = `org.opencontainers.image.${fact}`;
    const value = text?.trim();
    return value === undefined || value === '' || labels.some((label) => label.name === name) ? [] : [{ name, value: literal(value), origin: asked }];
  });
  return [...labels, ...added].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** By the last part of their labels' names. */
export function ociFacts(layers: readonly Layer[], project: ProjectFacts = {}): Readonly<Record<string, string | undefined>> {
  const { title, description, version, licenses, authors, url, documentation, source } = project;
  return {
    title: lastSaid(layers, 'name')?.value ?? title,
    description,
    version: lastSaid(layers, 'version')?.value ?? version,
    licenses,
    authors,
    url: url && publicUrl(url),
    documentation: documentation && publicUrl(documentation),
    source: source && sourceUrl(source),
  };
}
