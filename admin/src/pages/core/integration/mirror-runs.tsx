import { useText } from '../../../i18n/text.ts';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';

const MIRRORS = ['catalog', 'stock', 'reservations', 'orders', 'orgs', 'grants', 'warehouse_grants'] as const;

/** The mirror's name in the reader's language; one that the app does not know yet keeps its own. */
export function MirrorText({ mirror }: { mirror: string }) {
  const { t } = useText();
  const known = MIRRORS.find((name) => name === mirror);
  return <>{known ? t(`integration.drift.mirror.${known}`) : mirror}</>;
}

/** When each mirror was last compared, and what came of it. */
export function MirrorRuns() {
  const { t } = useText();
  const { params } = useScope();
  const { rows } = useViewList('core/drift-runs', params);
  return (
    <ul className="sv-mirrors" aria-label={t('integration.drift.title')}>
      {rows.map((run) => (
        <li key={run.id} data-testid={`mirror-${run.mirror}`}>
          <strong>
            <MirrorText mirror={run.mirror} />
          </strong>
          {run.at === undefined ? (
            <span className="sv-faint">{t('integration.drift.never')}</span>
          ) : (
            <>
              <span className={run.error ? 'sv-inline-error' : 'sv-soft'}>
                {run.error ??
                  `${t('integration.drift.compared')} ${run.compared ?? 0} · ${t('integration.drift.differing')} ${run.differing ?? 0} · ${t('integration.drift.inFlight')} ${run.inFlight ?? 0}`}
              </span>
              <span className="sv-faint">
                <RelativeTime at={run.at} />
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
