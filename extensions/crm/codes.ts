import { freshCode } from '@selvedge/kernel/code8.ts';

/** Whether a code is in use, told as it stands after the org's own. */
type IsTaken = (code: string) => Promise<boolean>;

/**
 * What stands between the org's code and CODE8 in each kind of code: `MODDL…`, `MODPO…`, `MOD2026PI…`.
 * @source J6, J7, J8
 */
const MARK = {
  deal: 'DL',
  purchaseOrder: 'PO',
  proforma: (year: string) => `${year}PI`,
};

/** The codes below are what follows the org's code, which the database knows and their callers may not yet. @throws Error as `freshCode` */
export const freshDealCode = (isTaken: IsTaken): Promise<string> => freshCode(MARK.deal, isTaken);

export const freshPurchaseOrderCode = (isTaken: IsTaken): Promise<string> => freshCode(MARK.purchaseOrder, isTaken);

/** @param today where the org lives, `YYYY-MM-DD`: a proforma carries the year it is written in */
export const freshProformaCode = (today: string, isTaken: IsTaken): Promise<string> => freshCode(MARK.proforma(today.slice(0, 4)), isTaken);

export const inOrg = (orgCode: string, code: string): string => `${orgCode}${code}`;
