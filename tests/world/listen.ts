import { request } from 'node:http';

/** What a live view is told of one change, and when it arrived. */
export interface Told {
  readonly at: number;
  readonly collection: string;
  readonly id: string;
  readonly org: string;
  readonly type: string;
}

export interface Listening {
  readonly told: Told[];
  readonly endedAt: () => number | null;
  close(): void;
}

/**
 * Opens a live view as a page holds it.
 * @param url the stream's address
 * @returns once it is open, or undefined where it is refused
 */
export function listen(url: string, token: string): Promise<Listening | undefined> {
  const told: Told[] = [];
  let endedAt: number | null = null;
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { authorization: `Bearer ${token}` } }, (response) => {
      if (response.statusCode !== 200) {
        response.resume();
        resolve(undefined);
        return;
      }
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const parts = (rest + chunk).split('\n\n');
        rest = parts.pop() ?? '';
        for (const part of parts) {
          if (part.startsWith('event: hello')) resolve({ told, endedAt: () => endedAt, close: () => void asked.destroy() });
          const data = /^event: change\ndata: (.+)$/.exec(part)?.[1];
          if (data !== undefined) told.push({ at: Date.now(), ...(JSON.parse(data) as Omit<Told, 'at'>) });
        }
      });
      response.on('end', () => {
        endedAt = Date.now();
      });
      response.on('error', () => undefined);
    });
    // Once it is open, its end is told by `endedAt`.
    asked.on('error', reject);
    asked.end();
  });
}
