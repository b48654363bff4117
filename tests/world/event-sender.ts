import { randomUUID } from 'node:crypto';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { sign } from '@selvedge/kernel/signature/standard-webhooks.ts';
import type { World } from './world.ts';

export interface TestEnvelope {
  id: string;
  type: string;
  contract_version: string;
  idempotency_key: string;
  org: string;
  occurred_at: string;
  source: string;
  entity: string;
  entity_id: string;
  sequence: number;
  data: unknown;
}

/** An envelope as CRM or WMS would write it. */
export const envelope = (
  parts: Pick<TestEnvelope, 'type' | 'source' | 'entity' | 'entity_id' | 'sequence' | 'data'> & Partial<TestEnvelope>,
): TestEnvelope => ({
  id: randomUUID(),
  contract_version: CONTRACT_VERSION,
  idempotency_key: `${parts.source}:${parts.entity}:${parts.entity_id}:${parts.type}:v${parts.sequence}`,
  org: 'MOD',
  occurred_at: new Date().toISOString(),
  ...parts,
});

export interface Posting {
  readonly secret?: string;
  readonly at?: Date;
  /** Changes the body after signing. */
  readonly tamper?: (body: string) => string;
  readonly headers?: (signed: Record<string, string>) => Record<string, string>;
}

/** Sends an event to a system the way the other one does: signed, over HTTP. */
export async function postEvent(
  world: World,
  target: 'crm' | 'wms',
  event: TestEnvelope | string,
  posting: Posting = {},
): Promise<{ status: number; body: { status?: string; reason?: string; error?: { code: string } } }> {
  const { env, url } = world.stack.nodeOf(target);
  const secret = posting.secret ?? env[target === 'wms' ? 'SELVEDGE_EVENT_SECRET_CRM_TO_WMS' : 'SELVEDGE_EVENT_SECRET_WMS_TO_CRM']!;
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const signed = { ...sign([secret], typeof event === 'string' ? randomUUID() : event.id, posting.at ?? new Date(), body) };
  const response = await fetch(`${url}/${target}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(posting.headers?.(signed) ?? signed) },
    body: posting.tamper?.(body) ?? body,
  });
  return { status: response.status, body: (await response.json()) as never };
}
