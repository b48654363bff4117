import { ArrowRightOutlined, CheckOutlined, CloseOutlined, ExclamationOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Requirement, Role } from '../../api/types/shared.ts';
import { useText } from '../../i18n/text.ts';

const ROLES: readonly string[] = [
  'admin',
  'sales',
  'sales_manager',
  'pricing',
  'accounting',
  'warehouse',
  'warehouse_manager',
] satisfies Role[];

const isRole = (role: string): role is Role => ROLES.includes(role);

/** The sentence, what was seen, what is needed, who can lift it, and the next step. */
export function RequirementRow({ requirement, step }: { requirement: Requirement; step?: ReactNode }) {
  const { t, pick } = useText();
  const { met, overridden } = requirement;
  const roles = requirement.lift.roles.map((role) => (isRole(role) ? t(`role.${role}`) : role)).join(', ');
  const people = requirement.lift.people ?? [];
  const who = people.length > 0 ? `${roles} (${people.join(', ')})` : roles;
  const warns = !met && !overridden && requirement.severity === 'warn';
  const Icon = overridden || warns ? ExclamationOutlined : met ? CheckOutlined : CloseOutlined;
  return (
    <li
      className={`sv-req ${met ? 'is-met' : overridden || warns ? 'is-overridden' : 'is-unmet'}`}
      data-requirement={requirement.code}
      data-met={met}
      data-warns={warns}
    >
      <Icon
        aria-label={t(met ? 'why.isMet' : overridden ? 'why.isOverridden' : warns ? 'why.isWarning' : 'why.isUnmet')}
        className="sv-req-icon"
      />
      <div className="sv-req-body">
        <p className="sv-req-sentence">{pick(requirement.sentence)}</p>
        <dl className="sv-req-facts">
          <Pair label={t('why.seen')} value={pick(requirement.seen)} />
          {!met && <Pair label={t('why.needed')} value={pick(requirement.needed)} />}
          {!met && who !== '' && <Pair label={t('why.lift')} value={who} />}
        </dl>
        {overridden && <p className="sv-req-next">{t('why.isOverridden')}</p>}
        {warns && <p className="sv-req-next">{t('why.isWarning')}</p>}
        {!met && !overridden && !step && (
          <p className="sv-req-next">
            <ArrowRightOutlined aria-hidden /> {pick(requirement.next)}
          </p>
        )}
      </div>
      {!met && step && <div className="sv-req-step">{step}</div>}
    </li>
  );
}

function Pair({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
