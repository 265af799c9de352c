import { expect, it } from 'vitest';
import { printJson } from '../../src/print/json.js';

it('sorts keys, and keeps the order of lists', () => {
  const program = {
    target: 'b',
    stages: [],
    ignore: ['z', 'a'],
    globalArgs: [{ name: 'V', kind: 'arg' as const, origins: [{ path: ['args', 'V'] }] }],
  };
  expect(printJson(program)).toBe(`{
  "globalArgs": [
    {
      "kind": "arg",
      "name": "V",
      "origins": [
        {
          "path": [
            "args",
            "V"
          ]
        }
      ]
    }
  ],
  "ignore": [
    "z",
    "a"
  ],
  "stages": [],
  "target": "b"
}
`);
});
