import { allOrFirstError, besides } from './transaction.ts';

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

describe('a statement sent beside other work', () => {
  const aborted = () => fails('current transaction is aborted', '25P02');

  test('is waited for at the end, and the work answers', async () => {
    const { send, until } = besides();
    let isDone = false;
    send(later('lender').then(() => (isDone = true)));
    expect(await until(Promise.resolve('sold'))).toBe('sold');
    expect(isDone).toBe(true);
  });

  test('names its own failure, though the work meets only the echo of it', async () => {
    const { send, until } = besides();
    send(fails('no such setting', '42704'));
    await expect(until(aborted())).rejects.toThrow('no such setting');
  });

  test('names its failure when the work met nothing', async () => {
    const { send, until } = besides();
    send(fails('no such setting', '42704'));
    await expect(until(Promise.resolve('sold'))).rejects.toThrow('no such setting');
  });

  test('leaves the word to the work that was refused for a reason of its own', async () => {
    const { send, until } = besides();
    send(later('lender'));
    await expect(until(fails('GATE_BLOCKED'))).rejects.toThrow('GATE_BLOCKED');
  });

  test('is waited for even when the work sends it late', async () => {
    const { send, until } = besides();
    const work = later('sold').then((value) => {
      send(fails('late', '42704'));
      return value;
    });
    await expect(until(work)).rejects.toThrow('late');
  });
});
