/** A source file with its path from the repository's root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const MAX_LINES = 300;
/** Written by a program, and read by one: length is no fault there. */
const GENERATED = /\.gen\.ts$/;
const EMPTY_NAMES = /(^|\/)(utils?|helpers?|common|misc)(\.[a-z.]+|\/|$)/;
/** i18n's own word for what several pages say. */
const NAMED_BY_CUSTOM = /^admin\/src\/i18n\/(en|tr)\/common\.ts$/;

/** Files a tool reads by their default export. */
const TOOLS_WANT_DEFAULT: readonly RegExp[] = [
  /^(eslint|jest)\.config\.mjs$/,
  /^admin\/[a-z]+\.config\.ts$/,
  /^directus\/extension\/index\.ts$/,
  /^tests\/stack\/(start|stop|telling-environment)\.mjs$/,
  /^tests\/bench\/directus-endpoint\.ts$/,
];

/** Where a person's request may go on as the system: row security says nothing there, so what is done is looked at by hand. */
const MAY_ACT_AS_SYSTEM: readonly RegExp[] = [/^extensions\/kernel\//, /^extensions\/core\/commands\//, /^extensions\/crm\/group\/pending-owners\.ts$/];
/** Who may say at all for whom the database works. */
const MAY_SAY_FOR_WHOM: readonly RegExp[] = [
  /^extensions\/kernel\/database\/(transaction|as-system)\.ts$/,
  /^directus\/(extension\/row-security|launch\/prepare)\.ts$/,
];
const IN_PRODUCT = /^(extensions|directus)\//;

function actorBreaches({ path, text }: SourceFile): string[] {
  if (!IN_PRODUCT.test(path) || path.endsWith('.test.ts')) return [];
  const isAmong = (allowed: readonly RegExp[]) => allowed.some((one) => one.test(path));
  return [
    ...(/\basSystem\b/.test(text) && !isAmong(MAY_ACT_AS_SYSTEM)
      ? [`${path} goes on as the system in a person's request; do it as the person, or name the file in house-rules.ts and say why.`]
      : []),
    ...(/set_config\(\s*'app\.user_id'/.test(text) && !isAmong(MAY_SAY_FOR_WHOM)
      ? [`${path} tells the database for whom it works; only inTransaction and asSystem of the kernel do.`]
      : []),
  ];
}

/**
 * What a file breaks of the house rules that no linter knows.
 * @returns one sentence per violation
 */
export function breachesOf({ path, text }: SourceFile): string[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const hasDefault = /^export default |^export \{[^}]*\bas default\b/m.test(text);
  return [
    ...(lines > MAX_LINES && !GENERATED.test(path) ? [`${path} has ${lines} lines; over ${MAX_LINES} it wants splitting.`] : []),
    ...(EMPTY_NAMES.test(path) && !NAMED_BY_CUSTOM.test(path) ? [`${path} is named for nothing; name it for what it does.`] : []),
    ...(hasDefault && !TOOLS_WANT_DEFAULT.some((allowed) => allowed.test(path)) ? [`${path} has a default export that no tool asks for.`] : []),
    ...actorBreaches({ path, text }),
  ];
}

const CONTRACT_IMPORT = /import (type )?\{([^}]+)\} from '@selvedge\/contract\/events\/([a-z-]+)\.ts'/g;

/**
 * Which events of the contract a file imports, and which of its emits name something else.
 * A parameter typed `ContractEvent` may be emitted: whoever calls has imported the event.
 */
export function emitsOf({ path, text }: SourceFile): { readonly imported: readonly string[]; readonly breaches: readonly string[] } {
  const imports = [...text.matchAll(CONTRACT_IMPORT)].filter(([, type]) => type === undefined);
  const names = imports.flatMap(([, , list]) => (list as string).split(',').map((name) => name.trim()));
  const parameters = [...text.matchAll(/(\w+): ContractEvent\b/g)].map(([, name]) => name as string);
  const known = new Set([...names, ...parameters]);
  const emitted = [...text.matchAll(/\bemit(?:In|ForGroup)?\(\s*([^\s,)]+)/g)].map(([, first]) => first as string);
  return {
    imported: imports.map(([, , , file]) => file as string),
    breaches: emitted.filter((first) => !known.has(first)).map((first) => `${path} emits ${first}, which is not an event of the contract.`),
  };
}
