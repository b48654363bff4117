import { crmOverride, wmsOverride } from '../../../actions/definition.ts';
import { useText } from '../../../i18n/text.ts';
import type { TextKey } from '../../../i18n/text-key.ts';

const LABELS = new Map<string, TextKey>(
  [...crmOverride[0].options, ...wmsOverride[0].options].flatMap((option) => ('label' in option ? [[option.value, option.label]] : [])),
);

/** A reason code as the dialog of the override said it; one that is no longer offered stays as it is. */
export function useReasonName(): (code: string | null) => string {
  const { t } = useText();
  return (code) => {
    const label = code === null ? undefined : LABELS.get(code);
    return label ? t(label) : (code ?? '–');
  };
}
