import { randomUUID } from 'node:crypto';

export interface Addresses {
  readonly crm: string;
  readonly wms: string;
}
/** `core` is on every node; here it is asked on the node of CRM. */
type SystemName = keyof Addresses | 'core';

/** An answer that was a refusal, as the API gave it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown>;
  constructor(status: number, error: { code: string; message: string; details?: Record<string, unknown> }) {
    super(`${status} ${error.code}: ${error.message}`);
    this.status = status;
    this.code = error.code;
    this.details = error.details ?? {};
  }
}

/** A person at the public HTTP API: logs in once per system, sends commands, reads views. */
export class ApiClient {
  readonly #addresses: Addresses;
  readonly #email: string;
  readonly #password: string;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(addresses: Addresses, email: string, password: string) {
    this.#addresses = addresses;
    this.#email = email;
    this.#password = password;
  }

  async #login(base: string): Promise<string> {
    const response = await fetch(`${base}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: this.#email, password: this.#password, mode: 'json' }),
    });
    if (!response.ok) throw new Error(`${this.#email} cannot log into ${base}: ${response.status} ${await response.text()}`);
    const { data } = (await response.json()) as { data: { access_token: string } };
    return data.access_token;
  }

  #base(system: SystemName): string {
    return this.#addresses[system === 'core' ? 'crm' : system];
  }

  token(system: SystemName): Promise<string> {
    const base = this.#base(system);
    const known = this.#tokens.get(base) ?? this.#login(base);
    this.#tokens.set(base, known);
    return known;
  }

  async raw(system: SystemName, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${await this.token(system)}`);
    return fetch(`${this.#base(system)}${path}`, { ...init, headers });
  }

  async #json<T>(response: Response): Promise<T> {
    const body = (await response.json()) as T & { error?: { code: string; message: string; details?: Record<string, unknown> } };
    if (!response.ok) throw new ApiError(response.status, body.error ?? { code: 'UNKNOWN', message: JSON.stringify(body) });
    return body;
  }

  /** Sends a command. @throws ApiError with the refusal */
  async command<T = Record<string, string>>(system: SystemName, name: string, body: object, options: { key?: string; dryRun?: boolean } = {}): Promise<T> {
    const response = await this.raw(system, `/${system}/commands/${name}${options.dryRun ? '?dry_run=true' : ''}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': options.key ?? randomUUID() },
      body: JSON.stringify(body),
    });
    return (await this.#json<{ data: T }>(response)).data;
  }

  async view<T = Record<string, unknown>>(
    system: SystemName,
    name: string,
    query: Record<string, string> = {},
  ): Promise<{ data: T; nextCursor?: string | null }> {
    return this.#json(await this.raw(system, `/${system}/views/${name}?${new URLSearchParams(query).toString()}`));
  }

  async explain<T = Record<string, unknown>>(system: SystemName, gate: string, subject: string): Promise<T> {
    return (await this.#json<{ data: T }>(await this.raw(system, `/${system}/gates/${gate}/explain?subject=${subject}`))).data;
  }
}

/** Asks again until `ready` says yes. @throws Error naming what never came, after `timeoutMs` */
export async function eventually<T>(what: string, ask: () => Promise<T>, ready: (value: T) => boolean, timeoutMs = 30_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await ask();
    if (ready(value)) return value;
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${timeoutMs / 1000} s; last seen: ${JSON.stringify(value).slice(0, 400)}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
