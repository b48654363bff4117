import { CheckOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { CheckAnswer, GateView, Policy } from '../../../api/types/rules.ts';
import { Matrix } from '../../../components/layout/matrix.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { useText } from '../../../i18n/text.ts';
import { AddedCases } from './added-cases.tsx';
import { hasStale, isMeant, meant } from './own-cases.ts';
import type { WorkingText } from './use-working-text.ts';

interface CasesPartProps {
  gate: GateView;
  /** null: the text is no policy yet */
  policy: Policy | null;
  check: CheckAnswer;
  work: WorkingText;
  mayWrite: boolean;
}

/** The cases of the default that the text answers otherwise, each a mistake or meant; and those that it adds. */
export function CasesPart({ gate, policy, check, work, mayWrite }: CasesPartProps) {
  const { t } = useText();
  const { answers, suggestedCases: suggested } = check;
  const own = work.draft?.cases ?? null;
  const say = (name: string | null) => work.change({ cases: meant(own, suggested, name) });
  const codes = (list: readonly string[]) => (list.length === 0 ? t('rules.cases.passes') : list.join(', '));
  const open = answers.filter((answer) => !isMeant(own, answer));
  if (answers.length === 0 && own === null && !mayWrite) return null;
  return (
    <>
      <Section
        title={t('rules.cases.title', { count: answers.length })}
        aside={
          mayWrite &&
          (open.length > 0 || hasStale(own, answers)) && (
            <Button data-testid="all-meant" onClick={() => say(null)}>
              {t(open.length > 0 ? 'rules.cases.allMeant' : 'rules.cases.dropStale')}
            </Button>
          )
        }
      >
        <p className="sv-soft">{t('rules.cases.why')}</p>
        {answers.length > 0 && (
          <Matrix
            label={t('rules.cases.region')}
            className="sv-cases"
            columns={(['case', 'expected', 'now'] as const).map((title) => t(`rules.cases.${title}`))}
            actions={t('rules.cases.meant')}
          >
            {answers.map((answer) => (
              <tr key={answer.case} data-testid="changed-case" data-meant={isMeant(own, answer)}>
                <th scope="row">{answer.case}</th>
                <td className="sv-mono">{codes(answer.expected)}</td>
                <td className="sv-mono">{codes([...answer.unmet, ...(answer.warned ?? [])])}</td>
                <td>
                  {isMeant(own, answer) ? (
                    <span className="sv-soft">
                      <CheckOutlined aria-hidden /> {t('rules.cases.isMeant')}
                    </span>
                  ) : (
                    mayWrite && (
                      <Button size="small" onClick={() => say(answer.case)}>
                        {t('rules.cases.meant')}
                      </Button>
                    )
                  )}
                </td>
              </tr>
            ))}
          </Matrix>
        )}
      </Section>
      <Section title={t('rules.cases.own')}>
        <p className="sv-soft">{t('rules.cases.ownWhy')}</p>
        {policy && <AddedCases gate={gate} requirements={policy.requirements} answers={check.added} work={work} mayWrite={mayWrite} />}
        <details>
          <summary>{t('rules.cases.text')}</summary>
          <Input.TextArea
            className="sv-mono"
            autoSize={{ minRows: 4, maxRows: 24 }}
            aria-label={t('rules.cases.text')}
            data-testid="own-cases"
            spellCheck={false}
            readOnly={!mayWrite}
            value={own ?? ''}
            onChange={(event) => work.change({ cases: event.target.value === '' ? null : event.target.value })}
          />
        </details>
      </Section>
    </>
  );
}
