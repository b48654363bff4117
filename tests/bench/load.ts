import http from 'node:http';

export interface HttpCall {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** One request over a kept connection. @throws Error when it is not answered with 2xx */
export function call({ url, method = 'GET', headers = {}, body }: HttpCall): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      { method, agent, headers: body === undefined ? headers : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const status = response.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(text);
          else reject(new Error(`${method} ${url} answered ${status}: ${text.slice(0, 300)}`));
        });
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly count: number;
}

export const percentile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Requests one after the other, `clients` at a time. @returns what each took, and all together, in milliseconds */
async function send(clients: number, from: number, to: number, work: (n: number) => Promise<unknown>): Promise<{ times: number[]; took: number }> {
  const times: number[] = [];
  let next = from;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let n = next++; n < to; n = next++) {
        const at = performance.now();
        await work(n);
        times.push(performance.now() - at);
      }
    }),
  );
  return { times, took: performance.now() - startedAt };
}

const TURNS = 10;

/**
 * Several loads by turns, a part of each at a time: a machine is not the same from minute to minute, and what else
 * it does then falls on all of them alike. Each works `total` requests.
 */
export async function loadByTurns<W extends readonly ((n: number) => Promise<unknown>)[]>(
  clients: number,
  total: number,
  works: readonly [...W],
  turns = TURNS,
): Promise<{ [N in keyof W]: LoadResult }> {
  const sent = works.map(() => ({ times: [] as number[], took: 0 }));
  const part = Math.ceil(total / turns);
  for (let from = 0; from < total; from += part) {
    for (const [i, work] of works.entries()) {
      const { times, took } = await send(clients, from, Math.min(total, from + part), work);
      const own = sent[i];
      own?.times.push(...times);
      if (own) own.took += took;
    }
  }
  return sent.map(({ times, took }) => {
    times.sort((a, b) => a - b);
    return { perSecond: total / (took / 1000), p50: percentile(times, 0.5), p95: percentile(times, 0.95), count: total };
  }) as { [N in keyof W]: LoadResult };
}

/** Lets `clients` work one after the other's request, `total` requests in all. */
export async function load(clients: number, total: number, work: (n: number) => Promise<unknown>): Promise<LoadResult> {
  const [result] = await loadByTurns(clients, total, [work] as const, 1);
  return result;
}
