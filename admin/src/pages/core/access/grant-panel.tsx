import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { GrantRow, LossView } from '../../../api/types/core.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { exactText } from '../../../format/times.ts';
import { useText } from '../../../i18n/text.ts';
import { zoneOf } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';
import { useViewOne } from '../../../views/use-view-one.ts';
import { GrantStateTag } from './grant-columns.tsx';

const ChangeDialog = lazy(() => import('./change-dialog.tsx').then((module) => ({ default: module.ChangeDialog })));

/** One grant: what it is, who gave it and why, and what ending it would take away. */
export function GrantPanel({ grant }: { grant: GrantRow }) {
  const { t, language } = useText();
  const me = useMe();
  const loss = useViewOne('core/loses', grant.id);
  const [isChanging, setChanging] = useState(false);
  const at = (moment: string) => exactText(moment, zoneOf(me, grant.org), language);
  const isOver = grant.state === 'expired';
  const isOwn = grant.userId === me?.user.id;
  return (
    <article data-testid="grant" data-state={grant.state}>
      <RecordHead
        code={<span className="sv-mono">{grant.org}</span>}
        status={<GrantStateTag state={grant.state} />}
        title={grant.personName}
        meta={grant.hasNoPassword ? `${grant.email ?? ''} · ${t('access.noPassword')}` : grant.email}
      />
      {!isOver && (
        <div className="sv-actions">
          {!isOwn && grant.lenderName === null && (
            <Button data-testid="command-grant.change" onClick={() => setChanging(true)}>
              {t('accessAction.change.label')}…
            </Button>
          )}
          {grant.hasNoPassword && <ActionButton action="person.invite-again" body={{ grant: grant.id }} refusal={null} org={grant.org} />}
          <ActionButton action="grant.end" body={{ grant: grant.id }} refusal={null} org={grant.org} />
        </div>
      )}
      <Facts
        facts={[
          { label: t('access.role'), value: t(`role.${grant.role}`) },
          { label: t('access.until'), value: grant.expiresAt === null ? t('access.noEnd') : at(grant.expiresAt) },
          { label: t('access.from'), value: at(grant.startsAt ?? grant.createdAt) },
          { label: t('access.givenBy'), value: grant.grantedByName ?? '–' },
          grant.lenderName === null ? null : { label: t('access.lentBy'), value: grant.lenderName },
          { label: t('access.why'), value: grant.reason ?? '–' },
          { label: t('access.extraKeys'), value: <Keys keys={grant.extraKeys ?? []} /> },
        ]}
      />
      {grant.state === 'dormant' && <p className="sv-soft">{t('access.dormantWhy')}</p>}
      {!isOver && (
        <Section title={t('access.loses')}>
          <Loaded view={loss}>{(data) => <Loss loss={data} />}</Loaded>
        </Section>
      )}
      {isChanging && (
        <Suspense fallback={null}>
          <ChangeDialog grant={grant} onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </article>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  const { t } = useText();
  return keys.length === 0 ? (
    <span className="sv-faint">{t('access.noExtraKeys')}</span>
  ) : (
    <span className="sv-mono">{keys.join(', ')}</span>
  );
}

function Loss({ loss }: { loss: LossView }) {
  const { t } = useText();
  const { org, role, keys, isWholeOrg, borrowers } = loss;
  if (role === null && keys.length === 0) return <p className="sv-soft">{t('access.losesNothing')}</p>;
  return (
    <ul className="sv-loss">
      {isWholeOrg && <li>{t('access.losesOrg', { org })}</li>}
      {role !== null && <li>{t('access.losesRole', { role: t(`role.${role}`), org })}</li>}
      {keys.length > 0 && (
        <li>
          {t('access.losesKeys')}: <span className="sv-mono">{keys.join(', ')}</span>
        </li>
      )}
      {borrowers.length > 0 && <li>{t('access.losesBorrowers', { names: borrowers.join(', ') })}</li>}
    </ul>
  );
}
