import { Button, Pagination } from 'antd';
import { useState } from 'react';
import type { TurnedDecision } from '../../../api/types/rules.ts';
import { csvOf } from '../../../components/download/csv.ts';
import { downloadFile } from '../../../components/download/download-file.ts';
import { Matrix } from '../../../components/layout/matrix.tsx';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { Money } from '../../../components/value/money.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { RecordLink } from './record-link.tsx';

/** Rows that are drawn at once. */
const PAGE = 100;

interface TurnedTableProps {
  gate: string;
  org: string;
  turned: readonly TurnedDecision[];
}

/** Past decisions that would have gone the other way, page by page, and all of them as a file. */
export function TurnedTable({ gate, org, turned }: TurnedTableProps) {
  const { t } = useText();
  const [page, setPage] = useState(1);
  const save = () => {
    const titles = (['record', 'turn', 'amount', 'currency', 'because', 'at'] as const).map((title) => t(`rules.column.${title}`));
    const rows = turned.map((one) => [
      one.label ?? one.subjectId,
      t(one.isAllowed ? 'rules.nowAllowed' : 'rules.nowBlocked'),
      one.amount ?? '',
      one.currency ?? '',
      one.codes.join(', '),
      one.at,
    ]);
    downloadFile(`${org}-${gate}-${t('rules.backtest.file')}.csv`, csvOf([titles, ...rows]), 'text/csv;charset=utf-8');
  };
  return (
    <>
      <Matrix
        label={t('rules.tab.backtest')}
        columns={(
          [
            'rules.column.record',
            'column.org',
            'rules.column.turn',
            'rules.column.amount',
            'rules.column.because',
            'rules.column.at',
          ] as const
        ).map((title) => t(title))}
      >
        {turned.slice((page - 1) * PAGE, page * PAGE).map((one) => (
          <tr key={one.decision} data-testid="turned">
            <th scope="row">
              <RecordLink table={one.subjectType} id={one.subjectId} label={one.label} />
            </th>
            <td>
              <OrgTag code={org} />
            </td>
            <td>
              <Turn isAllowed={one.isAllowed} />
            </td>
            <td>{one.currency === null ? '–' : <Money amount={one.amount} currency={one.currency} />}</td>
            <td className="sv-mono">{one.codes.join(', ')}</td>
            <td>
              <RelativeTime at={one.at} org={org} />
            </td>
          </tr>
        ))}
      </Matrix>
      <div className="sv-row is-wrap">
        <Button data-testid="export-turned" onClick={save}>
          {t('rules.backtest.export', { count: turned.length })}
        </Button>
        <span className="sv-grow" />
        {turned.length > PAGE && (
          <Pagination size="small" current={page} pageSize={PAGE} total={turned.length} showSizeChanger={false} onChange={setPage} />
        )}
      </div>
    </>
  );
}

/** Which way it would go. */
export function Turn({ isAllowed }: { isAllowed: boolean }) {
  const { t } = useText();
  return <StatusTag tone={isAllowed ? 'done' : 'blocked'}>{t(isAllowed ? 'rules.nowAllowed' : 'rules.nowBlocked')}</StatusTag>;
}
