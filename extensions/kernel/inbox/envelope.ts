import { z } from 'zod';

/** `source:entity:entity_id:action:v#`: one act on one thing, however often it is told (ADM-9). */
const IDEMPOTENCY_KEY = /^[a-z]+:[a-z0-9_-]+:.+:[a-z0-9_.-]+:v[0-9]+$/;

const fields = z.object({
  id: z.uuid(),
  type: z.string().min(3).max(80),
  contract_version: z.string().max(20),
  idempotency_key: z.string().max(200).regex(IDEMPOTENCY_KEY, 'is not source:entity:entity_id:action:v#'),
  org: z.union([z.string().regex(/^[A-Z]{3}$/), z.literal('*')]),
  occurred_at: z.iso.datetime(),
  source: z.string().max(10),
  entity: z.string().min(1).max(60),
  entity_id: z.string().min(1).max(80),
  sequence: z.number().int().positive(),
  data: z.unknown(),
});

/** The envelope as the kernel needs it; unknown fields are ignored, as a consumer should. */
export const envelopeSchema = fields.superRefine(({ idempotency_key: key, source, entity, entity_id: id }, context) => {
  if (!key.startsWith(`${source}:${entity}:${id}:`))
    context.addIssue({ code: 'custom', path: ['idempotency_key'], message: `is of something else than ${source}:${entity}:${id}` });
});

export type Envelope = z.infer<typeof envelopeSchema>;

export const describeProblems = (error: z.ZodError) => error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; ');
