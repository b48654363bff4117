import { WarningFilled } from '@ant-design/icons';
import { Link } from 'react-router';
import { ageText } from '../format/times.ts';
import { useText } from '../i18n/text.ts';
import { useScopedPath } from '../routing/scope.ts';
import { useNow } from '../components/value/now.ts';
import { useNodeAlerts, type NodeAlert } from './use-node-alerts.ts';

/** Tells administrators on every page that events do not get through or will not be understood, at which node, and where to look. */
export function IntegrationBanner() {
  const alerts = useNodeAlerts();
  const failing = alerts.filter((alert) => alert.dead > 0 || alert.backlogSince !== null);
  const differing = alerts.filter((alert) => alert.contractDiffersAt.length > 0);
  return (
    <>
      {differing.map((alert) => (
        <ContractBanner key={alert.node ?? 'home'} alert={alert} />
      ))}
      {failing.map((alert) => (
        <NodeBanner key={alert.node ?? 'home'} alert={alert} />
      ))}
    </>
  );
}

const ofNode = ({ node }: NodeAlert) => (node ? `&node=${node}` : '');

function ContractBanner({ alert }: { alert: NodeAlert }) {
  const { t } = useText();
  const scoped = useScopedPath();
  const systems = alert.contractDiffersAt.map((system) => t(`system.${system}`)).join(', ');
  return (
    <p className="sv-banner" role="status" data-testid="contract-banner" data-node={alert.node ?? undefined}>
      <WarningFilled aria-hidden />
      <span>
        {alert.node && `${t(`system.${alert.node}`)}: `}
        {t('integrationBanner.contract', { systems })}
      </span>
      <Link to={scoped(`/integration?tab=contract${ofNode(alert)}`)}>{t('integrationBanner.compare')}</Link>
    </p>
  );
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
      <Link to={scoped(`/integration?tab=held${ofNode(alert)}`)}>{t('integrationBanner.look')}</Link>
    </p>
  );
}
