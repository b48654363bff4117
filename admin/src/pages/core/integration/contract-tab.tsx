import type { ContractView } from '../../../api/types/core.ts';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { Code } from '../../../components/value/code.tsx';
import { useText } from '../../../i18n/text.ts';
import { useViewOne } from '../../../views/use-view-one.ts';
import type { TabProps } from './tab-props.ts';
import { TabFrame } from './tab-frame.tsx';

/** What this node speaks, what each system's node says it speaks, and how the contract came to be. */
export function ContractTab(props: TabProps) {
  const view = useViewOne('core/contract', 'current');
  return (
    <TabFrame {...props}>
      <Loaded view={view}>{(contract) => <Shown contract={contract} />}</Loaded>
    </TabFrame>
  );
}

function Shown({ contract }: { contract: ContractView }) {
  const { t } = useText();
  return (
    <>
      <Section title={t('integration.contract.title')}>
        <table className="sv-mini">
          <thead>
            <tr>
              <th>{t('integration.contract.system')}</th>
              <th>{t('integration.contract.version')}</th>
              <th>{t('integration.contract.hash')}</th>
              <th>{t('integration.column.status')}</th>
            </tr>
          </thead>
          <tbody>
            {contract.systems.map((one) => (
              <tr key={one.system}>
                <td>{one.system.toUpperCase()}</td>
                <td>{one.version ?? '–'}</td>
                <td>{one.hash === null ? '–' : <Code value={one.hash} />}</td>
                <td>
                  <StatusTag tone={one.agrees ? 'done' : 'blocked'}>
                    {t(
                      one.agrees
                        ? 'integration.contract.agrees'
                        : one.hash === null
                          ? 'integration.contract.silent'
                          : 'integration.contract.differs',
                    )}
                  </StatusTag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={t('integration.contract.history')}>
        <ul className="sv-history">
          {contract.history.map((entry) => (
            <li key={entry.version}>
              <strong>{entry.version}</strong> <CalendarDate date={entry.date} />
              <p className="sv-soft">{entry.what}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
