import { lazy, Suspense, useState } from 'react';
import { actionOf } from '../../actions/actions.ts';
import { useText } from '../../i18n/text.ts';
import { holdsKey, meIn } from '../../session/me.ts';
import { useSession } from '../../session/session-store.ts';
import { RefusableButton } from '../action/refusable-button.tsx';
import type { BulkAction, BulkChoice } from './bulk-action.ts';

const BulkDialog = lazy(() => import('./bulk-dialog.tsx').then((module) => ({ default: module.BulkDialog })));

interface BulkButtonProps<Row> {
  bulk: BulkChoice<Row>;
  isPrimary: boolean;
  rows: readonly Row[];
  rowCode: (row: Row) => string;
  onClear: () => void;
}

/** Says before the click how many of the selected rows can be acted on. */
export function BulkButton<Row>({ bulk, isPrimary, rows, rowCode, onClear }: BulkButtonProps<Row>) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const { label, system, key } = actionOf(bulk.action);
  const me = meIn(useSession(system));
  const neededKey = 'send' in bulk && bulk.send.by === 'items' ? bulk.send.key : key;
  const missingKey = me !== null && !holdsKey(me, neededKey, null);
  const refusals = rows.flatMap((row) => bulk.refusal(row) ?? []);
  const can = rows.length - refusals.length;
  // Where one reason holds for all, it is said; where there are several, the rows have to be looked at.
  const [why = null, ...others] = [...new Set(refusals)];
  const noneCan = why !== null && others.length === 0 ? t(why) : t('bulk.noneCan');
  return (
    <>
      <RefusableButton
        type={isPrimary ? 'primary' : 'default'}
        refusal={missingKey ? t('refusal.keyOfNobody', { key: neededKey }) : can === 0 ? noneCan : null}
        data-testid={`bulk-${bulk.action}`}
        onClick={() => setOpen(true)}
      >
        {t(label)} · {t('bulk.canOf', { can, all: rows.length })}
      </RefusableButton>
      {isOpen && (
        <Suspense fallback={null}>
          {'Form' in bulk ? (
            <bulk.Form rows={rows} onClose={() => setOpen(false)} onClear={onClear} />
          ) : (
            <BulkDialog
              bulk={bulk as BulkAction<unknown>}
              rows={rows}
              rowCode={rowCode as (row: unknown) => string}
              onClose={() => setOpen(false)}
              onClear={onClear}
            />
          )}
        </Suspense>
      )}
    </>
  );
}
