import { z } from 'zod';

/** The envelope as the kernel needs it; unknown fields are ignored, as a consumer should. */
export const envelopeSchema = z.object({
  id: z.uuid(),
  type: z.string().min(3).max(80),
  contract_version: z.string().max(20),
  idempotency_key: z.string().min(5).max(200),
  org: z.union([z.string().regex(/^[A-Z]{3}$/), z.literal('*')]),
  occurred_at: z.iso.datetime(),
  source: z.string().max(10),
  entity: z.string().min(1).max(60),
  entity_id: z.string().min(1).max(80),
  sequence: z.number().int().positive(),
  data: z.unknown(),
});

export type Envelope = z.infer<typeof envelopeSchema>;

export const describeProblems = (error: z.ZodError) => error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; ');
