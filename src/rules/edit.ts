/** What mends a finding: see the leaf. */

export * from '../edit.js';
