import { Checkbox } from 'antd';
import { useState } from 'react';
import type { ActionField } from '../../../actions/definition.ts';
import type { Uom } from '../../../api/types/shared.ts';
import type { Quality } from '../../../api/types/wms.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { useText } from '../../../i18n/text.ts';

const CODE: ActionField = { name: 'code', kind: 'text', label: 'column.code', required: true };
const FIELDS: readonly ActionField[] = [
  { name: 'name', kind: 'text', label: 'field.name', required: true },
  { name: 'composition', kind: 'text', label: 'stock.composition', required: true },
  { name: 'widthCm', kind: 'text', label: 'stock.width', required: true },
  { name: 'weightGsm', kind: 'text', label: 'stock.weight', required: true },
];
const WHOLE = ['widthCm', 'weightGsm'];
const UOMS: readonly Uom[] = ['meter', 'piece', 'roll'];

/** Adds a quality to the catalog of the group, or changes one; its code stays. */
export function QualityDialog({ quality, onClose }: { quality: Quality | null; onClose: () => void }) {
  const { t } = useText();
  const [values, setValues] = useState<Record<string, string>>(() =>
    quality === null
      ? {}
      : {
          name: quality.name,
          composition: quality.composition,
          widthCm: String(quality.widthCm),
          weightGsm: String(quality.weightGsm),
        },
  );
  const [uoms, setUoms] = useState<readonly Uom[]>(quality?.allowedUoms ?? ['meter', 'roll']);
  const [touched, setTouched] = useState(false);
  const add = useCommand('wms', 'quality.add', 'stock.addedQuality');
  const edit = useCommand('wms', 'quality.change', 'stock.changedQuality');
  const { isRunning, error, errorText } = quality === null ? add : edit;
  const fields = quality === null ? [CODE, ...FIELDS] : FIELDS;

  const isWrong = ({ name }: ActionField) => {
    const value = values[name]?.trim() ?? '';
    return value === '' || (WHOLE.includes(name) && !/^[1-9]\d{0,3}$/.test(value));
  };
  const submit = () => {
    setTouched(true);
    if (fields.some(isWrong) || uoms.length === 0) return;
    const { code = '', name = '', composition = '', widthCm = '', weightGsm = '' } = values;
    const body = { name, composition, widthCm: Number(widthCm), weightGsm: Number(weightGsm), allowedUoms: uoms };
    void (quality === null ? add.run({ code, ...body }) : edit.run({ quality: quality.id, ...body })).then((outcome) => {
      if (outcome?.ok) onClose();
    });
  };
  return (
    <FormDialog
      title={quality === null ? t('stock.addQuality') : t('stock.quality', { code: quality.code })}
      command={quality === null ? 'quality.add' : 'quality.change'}
      label={quality === null ? 'stock.addQuality' : 'stock.changeQuality'}
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="sv-soft">{t('stock.qualityHint')}</p>
      {fields.map((field, index) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          isMissing={(touched && isWrong(field)) || (error?.problems.some((problem) => problem.path === field.name) ?? false)}
          isFirst={index === 0}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <fieldset className="sv-field sv-fieldset">
        <legend>{t('stock.units')}</legend>
        <Checkbox.Group
          options={UOMS.map((uom) => ({ value: uom, label: t(`uomName.${uom}`) }))}
          value={[...uoms]}
          onChange={(chosen) => setUoms(UOMS.filter((uom) => chosen.includes(uom)))}
        />
        {touched && uoms.length === 0 && <span className="sv-field-problem">{t('stock.unitsMissing')}</span>}
      </fieldset>
    </FormDialog>
  );
}
