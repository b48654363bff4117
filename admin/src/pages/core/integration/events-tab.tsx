import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { EventRow } from '../../../api/types/core.ts';
import type { BulkAction } from '../../../components/command-center/bulk-action.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { EVENT_COLUMNS, EVENT_FILTERS, HELD_FILTERS, SINCE_HOURS } from './event-columns.tsx';
import { EventPanel } from './event-panel.tsx';
import type { TabProps } from './tab-props.ts';

const RangeDialog = lazy(() => import('./range-dialog.tsx').then((module) => ({ default: module.RangeDialog })));

const rowId = (row: EventRow) => row.id;
const rowCode = (row: EventRow) => row.eventId;
const send = { by: 'ids', name: 'events', id: rowCode } as const;

const BULK: readonly BulkAction<EventRow>[] = [
  { action: 'event.replay', send, refusal: (row) => (row.side === 'received' ? null : 'refusal.notReceived') },
  { action: 'delivery.retry', send, refusal: (row) => (row.side === 'sent' ? null : 'refusal.notSent') },
  { action: 'delivery.skip', send, refusal: (row) => (row.side === 'sent' && row.status === 'dead' ? null : 'refusal.notDead') },
];

/** Among all events a skipped one is found, and sent after all. */
const SEND_AGAIN: readonly BulkAction<EventRow>[] = [
  {
    action: 'delivery.retry',
    send,
    refusal: (row) => (row.side === 'sent' && row.status !== 'delivered' ? null : 'refusal.notUndelivered'),
  },
];

/** To the minute, so that the list is asked for anew once a minute and not at every drawing. */
function startOf(since: string): string {
  const hours = SINCE_HOURS[since];
  if (hours === undefined) return '';
  const minute = Math.floor(Date.now() / 60_000);
  return new Date((minute - hours * 60) * 60_000).toISOString();
}

/** All events, or those that somebody must do something about. */
export function EventsTab({ tabs, chosen, state, lead, isHeld }: TabProps & { isHeld: boolean }) {
  const { t } = useText();
  const [isRange, setRange] = useState(false);
  const { params } = useScope();
  const me = useMe();
  const orgs = [
    ...(me?.orgs ?? []).map(({ code, name }) => ({ value: code, name: `${code} · ${name}` })),
    { value: '*', label: 'integration.ofGroup' as const },
  ];
  const filters = [...(isHeld ? HELD_FILTERS : EVENT_FILTERS), { param: 'eventOrg', label: 'column.org' as const, options: orgs }];
  const narrowed = Object.fromEntries(filters.filter(({ param }) => param !== 'since').map(({ param }) => [param, state.get(param)]));
  const from = startOf(state.get('since'));
  const list = useViewList('core/events', {
    ...params,
    ...narrowed,
    from,
    status: state.get('status') || (isHeld ? 'held' : ''),
    q: state.get('q'),
  });
  const isFiltered = state.get('q') !== '' || from !== '' || Object.values(narrowed).some((value) => value !== '');
  return (
    <>
      <CommandCenter
        table={isHeld ? 'held-events' : 'events'}
        title="integration.title"
        searchHint="integration.search"
        list={list}
        state={state}
        columns={EVENT_COLUMNS}
        rowId={rowId}
        rowCode={rowCode}
        queues={{ tabs, param: 'tab', chosen }}
        lead={lead}
        primary={
          <Button data-testid="command-range" onClick={() => setRange(true)}>
            {t('integration.range.open')}…
          </Button>
        }
        filters={filters}
        bulk={isHeld ? BULK : SEND_AGAIN}
        empty={
          <EmptyState
            title={t(isHeld ? 'integration.heldEmpty' : 'integration.empty')}
            why={isFiltered ? t('states.filtered') : t(isHeld ? 'integration.heldEmptyWhy' : 'integration.emptyWhy')}
          />
        }
        panel={(id) => <EventPanel key={id} id={id.slice(id.indexOf(':') + 1)} />}
      />
      {isRange && (
        <Suspense fallback={null}>
          <RangeDialog direction={state.get('direction')} onClose={() => setRange(false)} />
        </Suspense>
      )}
    </>
  );
}
