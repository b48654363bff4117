import { Button, Tooltip } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { actionOf } from '../../actions/actions.ts';
import { useText } from '../../i18n/text.ts';
import { holdsKey, meIn } from '../../session/me.ts';
import { useSession } from '../../session/session-store.ts';
import type { BulkAction, BulkChoice } from './bulk-action.ts';

const BulkDialog = lazy(() => import('./bulk-dialog.tsx').then((module) => ({ default: module.BulkDialog })));

interface BulkButtonProps<Row> {
  bulk: BulkChoice<Row>;
  rows: readonly Row[];
  rowCode: (row: Row) => string;
  onClear: () => void;
}

/** Says before the click how many of the selected rows can be acted on. */
export function BulkButton<Row>({ bulk, rows, rowCode, onClear }: BulkButtonProps<Row>) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const { label, system, key } = actionOf(bulk.action);
  const me = meIn(useSession(system));
  const neededKey = 'send' in bulk && bulk.send.by === 'items' ? bulk.send.key : key;
  const missingKey = me !== null && !holdsKey(me, neededKey, null);
  const can = rows.filter((row) => bulk.refusal(row) === null).length;
  return (
    <>
      <Tooltip title={missingKey ? t('refusal.keyOfNobody', { key: neededKey }) : null} trigger={['hover', 'focus']}>
        <Button
          type="primary"
          aria-disabled={missingKey || can === 0}
          className={missingKey || can === 0 ? 'sv-refused' : ''}
          data-testid={`bulk-${bulk.action}`}
          onClick={() => {
            if (!missingKey && can > 0) setOpen(true);
          }}
        >
          {t(label)} · {t('bulk.canOf', { can, all: rows.length })}
        </Button>
      </Tooltip>
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
