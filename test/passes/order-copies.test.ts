import { describe, expect, it } from 'vitest';
import { orderCopies } from '../../src/passes/order-copies.js';
import { copy, debian, file, run, workdir } from '../support/instructions.js';

const scripts = copy('scripts', '/opt/tides/scripts/');
const texts = copy('texts', '/opt/texts/');
const table = copy('table', '/opt/table/');

describe('orderCopies', () => {
  it('copies last what the history says changes most often', () => {
    const changes = { scripts: 0.6, texts: 0.02, table: 0.1 };
    expect(orderCopies.apply({ ...debian(scripts, table, texts), changes })).toEqual({ ...debian(texts, table, scripts), changes });
  });

  it('copies last what its author says to change often, whatever the history says', () => {
    const model = copy('model.bin', '/opt/model/', { changes: 'rarely' });
    const settings = copy('settings', '/opt/settings/', { changes: 'often' });
    const changes = { 'model.bin': 0.8, settings: 0.1, scripts: 0.5 };
    expect(orderCopies.apply({ ...debian(settings, scripts, model), changes })).toEqual({ ...debian(model, scripts, settings), changes });
  });

  it('returns the same object where nothing is known, or they differ by little', () => {
    for (const program of [debian(scripts, texts), { ...debian(scripts, texts), changes: { scripts: 0.5, texts: 0.45 } }])
      expect(orderCopies.apply(program)).toBe(program);
  });

  it('puts what stands in the definition before files of the context', () => {
    const motd = file('/etc/motd', 'High water\n');
    expect(orderCopies.apply(debian(scripts, motd))).toEqual(debian(motd, scripts));
  });

  it('does not carry one past another that it could overwrite', () => {
    const changes = { scripts: 0.6, texts: 0.02 };
    for (const second of [
      copy('texts', '/opt/tides/'),
      copy('texts', '/opt/tides/scripts/old/'),
      copy('texts', '/'),
      { ...texts, to: [{ variable: 'HOME' }] },
    ]) {
      const program = { ...debian(scripts, second), changes };
      expect(orderCopies.apply(program)).toBe(program);
    }
  });

  it('knows links that bases have instead of folders', () => {
    const program = { ...debian(copy('scripts', '/usr/lib/tides/'), copy('texts', '/lib/tides/')), changes: { scripts: 0.6, texts: 0.02 } };
    expect(orderCopies.apply(program)).toBe(program);
  });

  it('does not carry one past another with other owners or modes, in whose folder it might be', () => {
    const changes = { scripts: 0.6, texts: 0.02 };
    for (const flags of [{ chown: 'app' }, { chmod: '755' }, { chown: [{ variable: 'ID' }] }]) {
      const program = { ...debian(scripts, { ...texts, ...flags }), changes };
      expect(orderCopies.apply(program)).toBe(program);
    }
  });

  it('takes owners with the same variables for the same', () => {
    const [changes, owned] = [{ scripts: 0.6, texts: 0.02 }, (copied: typeof texts) => ({ ...copied, chown: [{ variable: 'ID' }] })];
    expect(orderCopies.apply({ ...debian(owned(scripts), owned(texts)), changes })).toEqual({ ...debian(owned(texts), owned(scripts)), changes });
  });

  it('does not carry one past anything else', () => {
    for (const between of [run('make'), workdir('/opt')]) {
      const program = { ...debian(scripts, between, texts), changes: { scripts: 0.6, texts: 0.02 } };
      expect(orderCopies.apply(program)).toBe(program);
    }
  });

  it('takes a relative target for one below the working directory', () => {
    const changes = { scripts: 0.6, texts: 0.02 };
    const apart = [copy('scripts', 'scripts/'), copy('texts', 'texts/')] as const;
    expect(orderCopies.apply({ ...debian(workdir('/opt/tides'), ...apart), changes })).toEqual({
      ...debian(workdir('/opt/tides'), apart[1], apart[0]),
      changes,
    });
    const unknown = { ...debian(...apart), changes };
    expect(orderCopies.apply(unknown)).toBe(unknown);
  });
});
