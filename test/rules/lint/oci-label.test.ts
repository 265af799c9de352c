import { expect, it } from 'vitest';
import { ociLabel } from '../../../src/rules/lint/oci-label.js';
import { expand } from '../../../src/spec/values.js';
import { findings } from '../../support/lint.js';

it('reports values of another kind, and says nothing of variables and other labels', () => {
  expect(
    findings(ociLabel, {
      labels: {
        'org.opencontainers.image.url': 'example.org',
        'org.opencontainers.image.licenses': 'MIT OR Apache-2.0',
        'org.example.url': 'x',
        'org.opencontainers.image.source': expand('$PATH'),
      },
    }),
  ).toEqual(['labels["org.opencontainers.image.url"]: "example.org" is not a URL, as "org.opencontainers.image.url" is to be']);
});
