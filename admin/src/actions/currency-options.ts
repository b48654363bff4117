/** The currencies of prices, deals, limits and payments, as a form offers them. */
export const CURRENCY_OPTIONS = [
  { value: 'TRY', label: 'currency.TRY' },
  { value: 'USD', label: 'currency.USD' },
  { value: 'EUR', label: 'currency.EUR' },
] as const;
