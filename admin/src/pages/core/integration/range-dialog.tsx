import { useState } from 'react';
import { chosenFrom, reason, type ActionField } from '../../../actions/definition.ts';
import type { InputOf } from '../../../api/commands.ts';
import type { OrgOfMe } from '../../../api/types/me.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { notify } from '../../../components/notices/notice-store.ts';
import { endOfDayIn, zonedMoment } from '../../../format/zoned-moment.ts';
import { useText } from '../../../i18n/text.ts';
import { useScope, zoneOf } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { DIRECTION } from './event-columns.tsx';

type Range = Extract<InputOf<'core', 'event.replay'>, { range: unknown }>['range'];

/** Events of the whole group, which no organisation owns. */
const GROUP = '*';
const ACTS = [
  { value: 'event.replay', label: 'action.event.replay.label' },
  { value: 'delivery.retry', label: 'action.delivery.retry.label' },
  { value: 'delivery.skip', label: 'action.delivery.skip.label' },
] as const;
const ACT: ActionField = { name: 'act', kind: 'choice', label: 'integration.range.act', required: true, options: ACTS };

/** What narrows the range: the kinds that are held, and the orgs of the reader. */
const narrowing = (types: readonly string[], orgs: readonly OrgOfMe[]): readonly ActionField[] => [
  { name: 'direction', kind: 'choice', label: 'integration.column.direction', options: DIRECTION },
  { name: 'type', kind: 'choice', label: 'integration.column.type', options: types.map((type) => ({ value: type, name: type })) },
  {
    name: 'org',
    kind: 'choice',
    label: 'column.org',
    options: [
      ...orgs.map(({ code, name }) => ({ value: code, name: `${code} · ${name}` })),
      { value: GROUP, label: 'integration.range.group' },
    ],
  },
  { name: 'from', kind: 'date', label: 'access.from' },
  { name: 'to', kind: 'date', label: 'access.until' },
];

type Values = Readonly<Record<string, string>>;

function rangeOf(values: Values, zone: string): Range {
  const { type = '', org = '', from = '', to = '' } = values;
  const direction = chosenFrom(DIRECTION, values['direction']);
  return {
    ...(direction && { direction }),
    ...(type && { type }),
    ...(org && { org }),
    ...(from && { from: zonedMoment(from, '00:00:00', zone) }),
    ...(to && { to: endOfDayIn(zone, to) }),
  };
}

/** Acts on everything that is held in a range: first says how much that is, then does it, the oldest first. */
export function RangeDialog({ direction, onClose }: { direction: string; onClose: () => void }) {
  const { t } = useText();
  const me = useMe();
  const { params } = useScope();
  const zone = zoneOf(me, null);
  const held = useViewList('core/held-types', params);
  const [values, setValues] = useState<Values>({ act: 'event.replay', direction });
  const [found, setFound] = useState<{ succeeded: number; failed: number } | null>(null);
  const [touched, setTouched] = useState(false);
  const act = chosenFrom(ACTS, values['act']) ?? 'event.replay';
  const { run, isRunning, errorText } = useCommand('core', act, null);
  const types = held.rows.map((row) => row.type);
  const fields = [ACT, ...narrowing(types, me?.orgs ?? []), reason];
  const isMissing = (field: ActionField) => field.required === true && !values[field.name]?.trim();

  const submit = () => {
    setTouched(true);
    if (fields.some(isMissing)) return;
    const body = { range: rangeOf(values, zone), reason: values['reason'] ?? '' };
    void run(body, { dryRun: found === null }).then((outcome) => {
      if (!outcome?.ok) return;
      const { succeeded, failed } = outcome.data;
      if (found === null) setFound({ succeeded, failed });
      else {
        notify({ tone: failed === 0 ? 'done' : 'waiting', title: t('bulk.result', { good: succeeded, bad: failed }) });
        onClose();
      }
    });
  };

  return (
    <FormDialog
      title={t('integration.range.title')}
      command="range"
      label={found === null ? 'integration.range.check' : 'integration.range.run'}
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="sv-soft">{t('integration.range.why')}</p>
      {fields.map((field, index) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          isMissing={touched && isMissing(field)}
          isFirst={index === 0}
          onChange={(value) => {
            setFound(null);
            setValues((before) => ({ ...before, [field.name]: value }));
          }}
        />
      ))}
      {found && (
        <p className="sv-consequence" aria-live="polite" data-testid="range-found">
          {t('integration.range.found', { good: found.succeeded, bad: found.failed })}
        </p>
      )}
    </FormDialog>
  );
}
