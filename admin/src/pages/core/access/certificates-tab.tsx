import { Matrix } from '../../../components/layout/matrix.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { countText } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import { useViewList } from '../../../views/use-view-list.ts';

/** What the last looks through every keyhole of this node found. */
export function CertificatesTab() {
  const { t, language } = useText();
  const list = useViewList('core/leak-certificates', {});
  if (list.error) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <Skeleton rows={4} />;
  if (list.rows.length === 0) return <EmptyState title={t('access.certificates.empty')} why={t('access.certificates.emptyWhy')} />;
  return (
    <Matrix
      label={t('access.tab.certificates')}
      columns={(
        [
          'audit.column.at',
          'access.certificates.systems',
          'access.certificates.people',
          'access.certificates.probes',
          'access.certificates.leaks',
        ] as const
      ).map((title) => t(title))}
    >
      {list.rows.map((row) => (
        <tr key={row.id} data-testid="certificate" data-leaks={row.leakCount}>
          <th scope="row">
            <RelativeTime at={row.at} />
          </th>
          <td>{row.systems.join(', ')}</td>
          <td className="sv-number">{row.people}</td>
          <td className="sv-number">{countText(row.probes, language)}</td>
          <td>
            {row.leakCount === 0 ? t('access.certificates.none') : countText(row.leakCount, language)}
            {row.leaks.map(({ probe, leak }) => (
              <p key={probe} className="sv-mono">
                {probe}: {leak}
              </p>
            ))}
          </td>
        </tr>
      ))}
    </Matrix>
  );
}
