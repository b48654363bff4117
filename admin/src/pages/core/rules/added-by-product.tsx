import type { PolicyVersion } from '../../../api/types/rules.ts';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { useText } from '../../../i18n/text.ts';

/** Says that a version asks for more than its text does, because the product locked something since. */
export function AddedByProduct({ version }: { version: PolicyVersion }) {
  const { t } = useText();
  const { addedByProduct: codes, state } = version;
  // A draft is told so in the editor, where its author puts it in.
  if (codes.length === 0 || state === 'draft') return null;
  return (
    <p data-testid="added-by-product" data-codes={codes.join(' ')}>
      <StatusTag tone="waiting">{t('rules.addedByProduct', { count: codes.length, codes: codes.join(', ') })}</StatusTag>
    </p>
  );
}
