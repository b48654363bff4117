import { WarningFilled } from '@ant-design/icons';
import { Link } from 'react-router';
import { ageText } from '../format/times.ts';
import { useText } from '../i18n/text.ts';
import { useScopedPath } from '../routing/scope.ts';
import { useNow } from '../components/value/now.ts';
import { useIntegrationAlert } from './use-integration-alert.ts';

/** Tells administrators on every page that events do not get through, and where to look. */
export function IntegrationBanner() {
  const { t, language } = useText();
  const scoped = useScopedPath();
  const now = useNow();
  const alert = useIntegrationAlert();
  if (!alert || (alert.dead === 0 && !alert.backlogSince)) return null;
  return (
    <p className="sv-banner" role="status" data-testid="integration-banner">
      <WarningFilled aria-hidden />
      <span>
        {alert.backlogSince && t('integrationBanner.backlog', { age: ageText(alert.backlogSince, now, language) })}{' '}
        {alert.dead > 0 && t('integrationBanner.dead', { dead: alert.dead })}
      </span>
      <Link to={scoped('/integration?tab=held')}>{t('integrationBanner.look')}</Link>
    </p>
  );
}
