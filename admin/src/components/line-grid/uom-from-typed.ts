const WORDS: Record<string, string> = {
  m: 'meter',
  mt: 'meter',
  meter: 'meter',
  metre: 'meter',
  meters: 'meter',
  pc: 'piece',
  pcs: 'piece',
  piece: 'piece',
  adet: 'piece',
  ad: 'piece',
  roll: 'roll',
  rolls: 'roll',
  top: 'roll',
};

/** Reads a unit as people write it in either language; an unknown one stays, to be shown as a problem. */
export const uomFromTyped = (typed: string): string => WORDS[typed.trim().toLowerCase().replace(/\.$/, '')] ?? typed.trim();
