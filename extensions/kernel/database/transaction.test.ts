import { allOrFirstError } from './transaction.ts';

const fails = (message: string, code?: string) => Promise.reject(Object.assign(new Error(message), { code }));
const later = <T>(value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), 5));

describe('statements that travel together', () => {
  test('answer in their own order, whichever is ready first', async () => {
    expect(await allOrFirstError([later('a'), Promise.resolve(2), later(undefined)])).toEqual(['a', 2, undefined]);
    expect(await allOrFirstError([])).toEqual([]);
  });

  test('fail with the first error in their order', async () => {
    await expect(allOrFirstError([later(1), fails('first', '23505'), fails('second', '23503')])).rejects.toThrow('first');
  });

  test('fail with the cause, not with its echo in an aborted transaction', async () => {
    await expect(allOrFirstError([fails('current transaction is aborted', '25P02'), fails('the cause', '42501')])).rejects.toThrow('the cause');
    await expect(allOrFirstError([fails('current transaction is aborted', '25P02')])).rejects.toThrow('aborted');
  });

  test('are all waited for before the error is thrown', async () => {
    let done = false;
    const slow = later(0).then(() => (done = true));
    await expect(allOrFirstError([fails('early'), slow])).rejects.toThrow('early');
    expect(done).toBe(true);
  });
});
