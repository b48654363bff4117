import type { IncomingMessage } from 'node:http';
import { invalidInput, Refusal } from '../errors.ts';

/** Largest body the kernel reads, in bytes. Files travel by other ways. */
export const MAX_BODY_BYTES = 1_048_576;

const tooLarge = () =>
  new Refusal('BODY_TOO_LARGE', 413, {
    en: `The body is larger than ${MAX_BODY_BYTES} bytes; send less at once.`,
    tr: `İstek ${MAX_BODY_BYTES} bayttan büyük; bir seferde daha az gönderin.`,
  });

/** Reads the whole body as bytes. @throws Refusal BODY_TOO_LARGE */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
}

/** @throws Refusal INVALID_INPUT when the body is not JSON, BODY_TOO_LARGE */
export async function readJsonValue(request: IncomingMessage): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  // A form post needs no preflight, so a foreign page could send it with the cookie.
  if (!type.startsWith('application/json'))
    throw invalidInput([
      { path: '', message: `Content-Type is "${type}"; send application/json.`, messageTr: `Content-Type "${type}"; application/json gönderin.` },
    ]);
  const body = await readBody(request);
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    throw invalidInput([
      { path: '', message: `The body is not JSON: ${(error as Error).message}.`, messageTr: `Gövde JSON değil: ${(error as Error).message}.` },
    ]);
  }
}

/** @throws Refusal INVALID_INPUT when the body is not a JSON object */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parsed = await readJsonValue(request);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw invalidInput([{ path: '', message: 'The body must be a JSON object.', messageTr: 'Gövde bir JSON nesnesi olmalı.' }]);
  return parsed as Record<string, unknown>;
}
