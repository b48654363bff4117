import pg from 'pg';

const NUMERIC = 1700;
const INT8 = 20;
const DATE = 1082;

/** How values are read. Exact ones stay text: numeric as a decimal string, date as YYYY-MM-DD in no zone at all. */
export const types = new pg.TypeOverrides();
types.setTypeParser(NUMERIC, (value) => value);
types.setTypeParser(DATE, (value) => value);
types.setTypeParser(INT8, (value) => Number(value));
