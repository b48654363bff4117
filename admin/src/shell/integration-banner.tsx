import { WarningFilled } from '@ant-design/icons';
import { Link } from 'react-router';
import { ageText } from '../format/times.ts';
import { useText } from '../i18n/text.ts';
import { useScopedPath } from '../routing/scope.ts';
import { useNow } from '../components/value/now.ts';
import { useNodeAlerts, type NodeAlert } from './use-node-alerts.ts';

/** Tells administrators on every page that events do not get through, at which node, and where to look. */
export function IntegrationBanner() {
  const failing = useNodeAlerts().filter((alert) => alert.dead > 0 || alert.backlogSince !== null);
  return failing.map((alert) => <NodeBanner key={alert.node ?? 'home'} alert={alert} />);
}

function NodeBanner({ alert }: { alert: NodeAlert }) {
  const { t, language } = useText();
  const scoped = useScopedPath();
  const now = useNow();
  return (
    <p className="sv-banner" role="status" data-testid="integration-banner" data-node={alert.node ?? undefined}>
      <WarningFilled aria-hidden />
      <span>
        {alert.node && `${t(`system.${alert.node}`)}: `}
        {alert.backlogSince && t('integrationBanner.backlog', { age: ageText(alert.backlogSince, now, language) })}{' '}
        {alert.dead > 0 && t('integrationBanner.dead', { dead: alert.dead })}
      </span>
      <Link to={scoped(`/integration?tab=held${alert.node ? `&node=${alert.node}` : ''}`)}>{t('integrationBanner.look')}</Link>
    </p>
  );
}
