import type { InputProblem } from '@selvedge/kernel/errors.ts';

/** A roll that is there already, and the lot it is of. */
export interface KnownRoll {
  readonly code: string;
  readonly lot: string;
}

/**
 * What is wrong with rolls that come in: a code names one roll of an organisation.
 * @returns a problem per row, each with its remedy
 */
export function checkReceived(rolls: readonly { readonly rollCode: string }[], known: readonly KnownRoll[]): InputProblem[] {
  const lotOf = new Map(known.map(({ code, lot }) => [code, lot]));
  const firstRow = new Map<string, number>();
  return rolls.flatMap(({ rollCode }, index) => {
    const path = `rolls.${index}.rollCode`;
    const first = firstRow.get(rollCode);
    if (first === undefined) firstRow.set(rollCode, index);
    else
      return [
        {
          path,
          message: `Row ${index + 1}: roll ${rollCode} stands in row ${first + 1} already; give each roll a code of its own.`,
          messageTr: `${index + 1}. satır: ${rollCode} topu ${first + 1}. satırda zaten var; her topa ayrı bir kod verin.`,
        },
      ];
    const lot = lotOf.get(rollCode);
    if (lot === undefined) return [];
    return [
      {
        path,
        message: `Row ${index + 1}: roll ${rollCode} is in lot ${lot} already; check the label, or adjust that roll.`,
        messageTr: `${index + 1}. satır: ${rollCode} topu ${lot} partisinde zaten var; etikete bakın ya da o topu düzeltin.`,
      },
    ];
  });
}
