/** A name as the server compares names (app.carrier_key): case, accents, the dots of the i and blanks do not tell two apart. */
export const foldName = (name: string): string =>
  name
    .trim()
    .replace(/[İIı]/g, 'i')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');
