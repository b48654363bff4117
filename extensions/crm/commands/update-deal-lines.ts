import { z } from 'zod';
import { commandOn } from '@selvedge/kernel/command/define-command.ts';
import { allOrFirstError } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { sum } from '@selvedge/kernel/money.ts';
import { DEAL_STATUS } from '@selvedge/rules/status-words.ts';
import { dealLines, id } from '../input.ts';
import { judgeLines } from '../pricing/judge-lines.ts';
import { lapsePriceRequests } from '../pricing/lapse-requests.ts';
import { loadItems, priceLines } from '../pricing/price-lines.ts';
import { appendTimeline } from '../timeline/append.ts';

/**
 * Replaces the lines of a deal that is not won. A submitted deal goes back to draft and says so
 * (SAL-6), and prices that were asked for or approved lapse. The version guards against overwriting somebody else's change.
 */
export const updateDealLines = commandOn({
  name: 'deal.update-lines',
  system: 'crm',
  title: { en: 'Change lines', tr: 'Satırları değiştir' },
  permission: 'deals:edit',
  input: z.strictObject({ deal: id, version: z.number().int().positive(), lines: dealLines, note: z.string().trim().max(2_000).optional() }),
  subject: { table: 'crm_deal', id: (body) => body.deal },
  run: async (context, body) => {
    const { tx, subject, org, identity, now, holds, changed } = context;
    if (subject.status !== 'draft' && subject.status !== 'submitted') {
      throw conflict(
        'DEAL_NOT_EDITABLE',
        {
          en: `Deal ${subject.code} is ${subject.status}; only drafts and submitted deals change their lines.`,
          tr: `${subject.code} anlaşması: ${DEAL_STATUS[subject.status].tr}; satırlar yalnız taslak ve gönderilmiş anlaşmalarda değişir.`,
        },
        {
          status: subject.status,
        },
      );
    }
    if (subject.version !== body.version) {
      throw conflict(
        'VERSION_OUTDATED',
        {
          en: `Deal ${subject.code} was changed meanwhile (version ${subject.version}, yours ${body.version}); reload and repeat your change.`,
          tr: `${subject.code} anlaşması bu arada değişti (sürüm ${subject.version}, sizinki ${body.version}); yenileyip değişikliğinizi yineleyin.`,
        },
        { version: subject.version },
      );
    }
    const [items] = await allOrFirstError([loadItems(tx, org.id, subject.currency, body.lines, now), lapsePriceRequests(context, subject.id)]);
    const lines = await judgeLines(context, priceLines(items, subject.currency, body.lines, now, holds('prices:reconfirm')));
    const wasSubmitted = subject.status === 'submitted';
    await tx.query('delete from crm_deal_line where deal = $1', [subject.id]);
    await tx.insertMany(
      'crm_deal_line',
      lines.map((line) => ({ ...line, org: org.id, deal: subject.id })),
    );
    const after = await tx.update('crm_deal', subject.id, {
      status: 'draft',
      version: subject.version + 1,
      gross_amount: sum(lines.map((line) => line.gross_amount)),
      ...(body.note !== undefined && { note: body.note }),
      ...(wasSubmitted && { changed_after_submit_at: now }),
    });
    const kind = wasSubmitted ? 'deal.changed-after-submit' : 'deal.update-lines';
    appendTimeline(tx, [{ org: org.id, deal: subject.id, source: 'person', kind, actor: identity.userId, details: { lines: lines.length }, at: now }]);
    changed('crm_deal', subject.id, {
      before: { status: subject.status, version: subject.version, gross_amount: subject.gross_amount },
      after: { status: after.status, version: after.version, gross_amount: after.gross_amount },
      reason: wasSubmitted ? 'changed after submit' : undefined,
    });
    return { dealId: subject.id, version: after.version, status: after.status };
  },
});
