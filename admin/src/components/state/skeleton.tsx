import { useText } from '../../i18n/text.ts';
import { AfterDelay } from './after-delay.tsx';

/** Grey bars in the shape of what comes. */
export function Skeleton({ rows = 8, kind = 'rows' }: { rows?: number; kind?: 'rows' | 'panel' }) {
  const { t } = useText();
  return (
    <AfterDelay>
      <div className={`sv-skeleton sv-skeleton-${kind}`} role="status" aria-label={t('states.loading')}>
        {Array.from({ length: rows }, (_, index) => (
          <span key={index} style={{ width: `${92 - ((index * 17) % 40)}%` }} />
        ))}
      </div>
    </AfterDelay>
  );
}
