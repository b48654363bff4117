import type { EventView } from '../../../api/types/core.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { ChangeTable } from '../../../components/change/change-table.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { Code } from '../../../components/value/code.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { useMe } from '../../../session/me.ts';
import { useViewOne } from '../../../views/use-view-one.ts';
import { DirectionText, EventStatusTag } from './event-words.tsx';

/** One event: how it went on either side of this node, what it said and what it changed. */
export function EventPanel({ id }: { id: string }) {
  return <Loaded view={useViewOne('core/event', id)}>{(event) => <Shown event={event} />}</Loaded>;
}

function Shown({ event }: { event: EventView }) {
  const { t } = useText();
  const me = useMe();
  const { sent, received, changes } = event;
  const stored = received ?? sent;
  if (!stored) return null;
  const isOfOneOrg = received !== null && received.org !== null && received.org !== '*';
  const isHeld = received?.status === 'parked' || received?.status === 'waiting';
  return (
    <article data-testid="event">
      <RecordHead
        code={<Code value={event.id} />}
        status={<EventStatusTag status={stored.status} />}
        title={stored.type}
        meta={<DirectionText source={stored.source} target={stored.target} />}
      />
      {isHeld && (
        <div className="sv-actions-line">
          <ActionButton
            action="event.skip"
            body={{ event: event.id }}
            refusal={isOfOneOrg || me?.isAdmin === true ? null : 'refusal.ofInstallation'}
            org={isOfOneOrg ? received.org : null}
          />
        </div>
      )}
      <Facts
        facts={[
          { label: t('column.org'), value: stored.org ?? '–' },
          { label: t('integration.column.entity'), value: `${stored.entity ?? '–'} ${stored.entityId ?? ''}` },
          { label: t('integration.column.sequence'), value: stored.sequence ?? '–' },
          { label: t('integration.event.version'), value: stored.contractVersion },
          { label: t('integration.event.key'), value: stored.idempotencyKey ?? '–' },
          stored.signature === null
            ? null
            : { label: t('integration.event.signature'), value: <code className="sv-break">{stored.signature}</code> },
        ]}
      />
      {sent && (
        <Section title={t('integration.event.sent')} aside={<EventStatusTag status={sent.status} />}>
          <Facts
            facts={[
              { label: t('integration.column.at'), value: <RelativeTime at={sent.at} org={sent.org} /> },
              { label: t('integration.event.delivered'), value: <RelativeTime at={sent.deliveredAt} org={sent.org} /> },
              { label: t('integration.column.attempts'), value: sent.attempts },
              sent.status === 'pending'
                ? { label: t('integration.event.next'), value: <RelativeTime at={sent.nextAttemptAt} org={sent.org} /> }
                : null,
              sent.lastError ? { label: t('integration.event.lastError'), value: sent.lastError, isBad: true } : null,
              sent.skipReason ? { label: t('integration.column.reason'), value: sent.skipReason } : null,
              sent.answer ? { label: t('integration.event.answer'), value: <code>{sent.answer}</code> } : null,
            ]}
          />
        </Section>
      )}
      {received && (
        <Section title={t('integration.event.received')} aside={<EventStatusTag status={received.status} />}>
          <Facts
            facts={[
              { label: t('integration.column.at'), value: <RelativeTime at={received.at} org={received.org} /> },
              { label: t('integration.event.applied'), value: <RelativeTime at={received.appliedAt} org={received.org} /> },
              received.replays > 0 ? { label: t('integration.event.replays'), value: received.replays } : null,
              received.waitingFor ? { label: t('integration.event.waitsFor'), value: <code>{received.waitingFor}</code> } : null,
              received.reason
                ? { label: t('integration.column.reason'), value: received.reason, isBad: received.status === 'parked' }
                : null,
            ]}
          />
        </Section>
      )}
      <Section title={t('integration.event.changes')}>
        {changes.length === 0 && <p className="sv-faint">{t('integration.event.noChanges')}</p>}
        {changes.map((change) => (
          <div key={change.id}>
            <p className="sv-soft">
              {change.subjectType} <code>{change.subjectId}</code>
            </p>
            <ChangeTable before={change.before} after={change.after} />
          </div>
        ))}
      </Section>
      <Section title={t('integration.event.payload')}>
        <pre className="sv-payload" tabIndex={0}>
          {pretty(stored.body)}
        </pre>
      </Section>
    </article>
  );
}

/** What is no JSON was stored all the same, and is shown as it came. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
