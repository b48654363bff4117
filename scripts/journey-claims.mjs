// `[J41]` or `[J41 J42 SAL-3]`: one or more ids, nothing else between the brackets.
const mark = /\[((?:(?:J\d+|[A-Z]{2,4}-\d+)[ ,]*)+)\]/g;

/**
 * The journeys that a test's title names.
 * @param {string} file  named in the answer
 * @param {string} text  a test file, or one title
 * @returns {{ file: string, line: number, id: string }[]}
 */
export function readClaims(file, text) {
  return text.split('\n').flatMap((content, index) =>
    [...content.matchAll(mark)].flatMap(([, ids]) =>
      ids
        .split(/[ ,]+/)
        .filter(Boolean)
        .map((id) => ({ file, line: index + 1, id })),
    ),
  );
}

export const unknownClaims = (claims, known) => claims.filter(({ id }) => !known.has(id));
