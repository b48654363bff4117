import path from 'node:path';

/** A source file of the app: its path from the app's `src`, and its text. */
export type Sources = Readonly<Record<string, string>>;

const CLASS = /(?<![\w-])sv-[\w-]+/g;
const classesIn = (text: string): Set<string> => new Set(text.match(CLASS));

/**
 * Classes that a component uses while the style sheet that knows them may not be loaded: pages bring their own
 * sheets, so a page that is opened first goes without what only another page's sheet says.
 * @returns `<component>: <class> of <sheet>` of each
 */
export function unstyled(sources: Sources): string[] {
  const sheets = Object.keys(sources).filter((file) => file.endsWith('.css'));
  const components = Object.keys(sources).filter((file) => file.endsWith('.tsx'));
  /** Folders whose files may count on the sheet: that of whoever imports it, and all below. */
  const reach = new Map<string, string[]>(sheets.map((sheet) => [sheet, []]));
  for (const file of components)
    for (const [, sheet = ''] of sources[file]?.matchAll(/import '([^']+\.css)'/g) ?? [])
      reach.get(path.posix.join(path.posix.dirname(file), sheet))?.push(path.posix.dirname(file));
  const reaches = (sheet: string, file: string) => reach.get(sheet)?.some((folder) => folder === '.' || file.startsWith(`${folder}/`)) === true;

  const definedIn = new Map<string, string[]>();
  for (const sheet of sheets) for (const name of classesIn(sources[sheet] ?? '')) definedIn.set(name, [...(definedIn.get(name) ?? []), sheet]);
  return components.flatMap((file) =>
    [...classesIn(sources[file] ?? '')].flatMap((name) => {
      const known = definedIn.get(name) ?? [];
      return known.length === 0 || known.some((sheet) => reaches(sheet, file)) ? [] : [`${file}: ${name} of ${known.join(', ')}`];
    }),
  );
}
