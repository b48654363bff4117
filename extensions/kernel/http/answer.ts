import type { ServerResponse } from 'node:http';
import { fromDatabaseError, Refusal } from '../errors.ts';
import type { Answer, Log } from './context.ts';

/** The one place where an error becomes an answer. A fault tells the request id and nothing else. */
export function answerError(error: unknown, requestId: string, log: Log): Answer {
  const mapped = fromDatabaseError(error);
  if (mapped instanceof Refusal) {
    return {
      status: mapped.status,
      body: { error: { code: mapped.code, message: mapped.message, messageTr: mapped.messageTr, details: mapped.details, requestId } },
    };
  }
  log.error({ err: mapped, requestId }, 'request failed');
  return {
    status: 500,
    body: {
      error: {
        code: 'INTERNAL',
        message: 'Something failed here; nothing was saved. Try again, and tell an administrator the request id if it stays.',
        messageTr: 'Burada bir şey çalışmadı; hiçbir şey kaydedilmedi. Yeniden deneyin; sürerse istek numarasını bir yöneticiye iletin.',
        details: {},
        requestId,
      },
    },
  };
}

/** An answer without a body says that all is done. */
export function send(response: ServerResponse, answer: Answer, requestId: string): void {
  if (answer.body === undefined) {
    response.writeHead(answer.status, { 'cache-control': 'no-store', 'x-request-id': requestId, ...answer.headers }).end();
    return;
  }
  const payload = Buffer.from(JSON.stringify(answer.body));
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': payload.length,
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...answer.headers,
  });
  response.end(payload);
}
