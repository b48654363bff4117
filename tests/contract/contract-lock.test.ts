import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contractDocument } from '@selvedge/contract/document.ts';
import { events } from '@selvedge/contract/index.ts';
import { currentLock, refuseRelock, type ContractLock } from '@selvedge/contract/lock.ts';
import { DOCUMENT_PATHS, LOCK_PATH, SCHEMA_PATH } from '@selvedge/contract/publish.ts';
import { jsonSchemaOf } from '@selvedge/contract/hash.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const lock = JSON.parse(read(LOCK_PATH)) as ContractLock;

describe('the locked contract', () => {
  test.each(DOCUMENT_PATHS)('%s is the contract, byte for byte [ADM-6 ADM-8]', (file) => {
    expect(read(file)).toBe(contractDocument());
  });

  test('the lock holds what the code says [ADM-7 SYS-1]', () => {
    expect(lock).toEqual(currentLock());
  });

  test('the published JSON Schemas are those of the code', () => {
    expect(JSON.parse(read(SCHEMA_PATH))).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(events.map((event) => [event.type, jsonSchemaOf(event)])))));
  });

  test('a change without a new version is refused, and so is a new version without history [ADM-7]', () => {
    const changed = { ...lock, schemaSha256: { ...lock.schemaSha256, 'deal.won': 'another' } };
    expect(refuseRelock(lock, changed)).toContain('Raise CONTRACT_VERSION');
    expect(refuseRelock(lock, { ...changed, version: 'next' })).toContain('HISTORY');
    expect(refuseRelock(lock, { ...changed, version: 'next', history: lock.history + 1 })).toBeNull();
    expect(refuseRelock(lock, lock)).toBeNull();
  });
});

describe('every event', () => {
  test.each(events.map((event) => [event.type, event] as const))('%s has examples that fit its schema [SYS-1]', (_type, event) => {
    const examples = Object.entries(event.examples);
    expect(examples.length).toBeGreaterThan(0);
    for (const [name, data] of examples) expect({ name, problems: event.data.safeParse(data).error?.issues ?? [] }).toEqual({ name, problems: [] });
  });

  test.each(events.map((event) => [event.type, event] as const))('%s refuses data without its first field', (_type, event) => {
    const [example] = Object.values(event.examples) as Record<string, unknown>[];
    const [field] = Object.keys(example ?? {});
    const { [field as string]: _left, ...rest } = example as Record<string, unknown>;
    expect(event.data.safeParse(rest).success).toBe(false);
  });

  test('types are unique and travel between two systems', () => {
    expect(new Set(events.map((event) => event.type)).size).toBe(events.length);
    for (const event of events) expect(event.source).not.toBe(event.target);
  });
});
