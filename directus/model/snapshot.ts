import { choiceKey, choiceLabel } from './choice-labels.ts';
import type { Collection, System } from './collection.ts';
import type { Field, Label } from './fields.ts';
import { collections } from './index.ts';
import { isPlainKey } from './same-org.ts';
import { studioForm } from './studio-forms.ts';

const GROUPS: Record<System, { name: string; icon: string; label: Label; sort: number }> = {
  crm: { name: 'group_crm', icon: 'handshake', label: { en: 'CRM', tr: 'CRM' }, sort: 1 },
  wms: { name: 'group_wms', icon: 'warehouse', label: { en: 'Warehouse', tr: 'Depo' }, sort: 2 },
  core: { name: 'group_core', icon: 'domain', label: { en: 'Organisations and access', tr: 'Şirketler ve yetkiler' }, sort: 3 },
};

const translations = (label: Label, extra: { singular?: boolean } = {}) =>
  (['en', 'tr'] as const).map((language) => ({
    language: language === 'en' ? 'en-US' : 'tr-TR',
    translation: label[language],
    ...(extra.singular && { singular: label[language], plural: label[language] }),
  }));

/** Key of a note in directus_translations, so that Studio shows it in the reader's language. */
export const noteKey = (collection: string, field?: string) => `note_${collection}${field ? `__${field}` : ''}`;

const INTERFACES: Record<Field['type'], string> = {
  uuid: 'input',
  string: 'input',
  text: 'input-multiline',
  integer: 'input',
  decimal: 'input',
  boolean: 'boolean',
  timestamp: 'datetime',
  date: 'datetime',
  json: 'input-code',
};

const DATA_TYPES: Record<Field['type'], string> = {
  uuid: 'uuid',
  string: 'character varying',
  text: 'text',
  integer: 'integer',
  decimal: 'numeric',
  boolean: 'boolean',
  timestamp: 'timestamp with time zone',
  date: 'date',
  json: 'json',
};

function special(name: string, field: Field): string[] | null {
  if (name === 'id') return ['uuid'];
  if (name === 'created_at') return ['date-created'];
  if (field.references) return ['m2o'];
  if (field.type === 'boolean') return ['cast-boolean'];
  if (field.type === 'json') return ['cast-json'];
  return null;
}

const choicesOf = (collection: string, name: string, words: readonly string[]) =>
  words.map((value) => ({ text: `$t:${choiceKey(collection, name, value)}`, value }));

function displayOf(collection: string, name: string, field: Field) {
  if (field.references) return { display: 'related-values', display_options: null };
  if (field.choices) return { display: 'labels', display_options: { choices: choicesOf(collection, name, field.choices), format: false } };
  if (field.type === 'timestamp' || field.type === 'date') return { display: 'datetime', display_options: { relative: true } };
  return { display: field.type === 'boolean' ? 'boolean' : 'formatted-value', display_options: null };
}

function interfaceOf(collection: string, name: string, field: Field) {
  if (field.references) return { interface: 'select-dropdown-m2o', options: null };
  if (field.choices) return { interface: 'select-dropdown', options: { choices: choicesOf(collection, name, field.choices) } };
  return { interface: INTERFACES[field.type], options: null };
}

function defaultOf(name: string, field: Field): unknown {
  // The database fills these itself (constraints-sql.ts).
  if (name === 'id' || name === 'created_at') return undefined;
  if (field.defaultValue === undefined) return null;
  // Directus reports numeric defaults as numbers.
  return field.type === 'decimal' ? Number(field.defaultValue) : field.defaultValue;
}

export function fieldSnapshot(collection: string, name: string, field: Field, position: number, hasPlainKey = field.references !== undefined) {
  const isKey = name === 'id';
  return {
    collection,
    field: name,
    type: field.type,
    meta: {
      collection,
      field: name,
      special: special(name, field),
      ...interfaceOf(collection, name, field),
      ...displayOf(collection, name, field),
      readonly: isKey || name === 'created_at',
      hidden: isKey,
      sort: position,
      width: field.type === 'text' || field.type === 'json' ? 'full' : 'half',
      translations: translations(field.label),
      note: field.note ? `$t:${noteKey(collection, name)}` : null,
      required: !field.nullable && field.defaultValue === undefined && !isKey && name !== 'created_at',
      ...studioForm(collection, name),
    },
    schema: {
      name,
      table: collection,
      data_type: DATA_TYPES[field.type],
      ...(defaultOf(name, field) !== undefined && { default_value: defaultOf(name, field) }),
      max_length: field.maxLength ?? null,
      numeric_precision: field.precision ?? (field.type === 'integer' ? 32 : null),
      numeric_scale: field.scale ?? (field.type === 'integer' ? 0 : null),
      is_nullable: isKey ? false : field.nullable,
      // Stated only where wanted: migrations add partial and composite indexes that Directus reports here.
      ...((isKey || field.unique) && { is_unique: true }),
      ...(field.indexed && { is_indexed: true }),
      is_primary_key: isKey,
      is_generated: false,
      generation_expression: null,
      has_auto_increment: false,
      foreign_key_table: hasPlainKey ? field.references : null,
      foreign_key_column: hasPlainKey ? 'id' : null,
    },
  };
}

function collectionSnapshot(collection: Collection, position: number) {
  return {
    collection: collection.name,
    meta: {
      collection: collection.name,
      group: GROUPS[collection.system].name,
      icon: collection.icon,
      display_template: collection.display,
      note: `$t:${noteKey(collection.name)}`,
      translations: translations(collection.label, { singular: true }),
      sort: position,
      accountability: null,
      hidden: false,
      singleton: false,
    },
    schema: { name: collection.name },
  };
}

const groupSnapshot = (system: System) => {
  const group = GROUPS[system];
  return {
    collection: group.name,
    meta: {
      collection: group.name,
      icon: group.icon,
      sort: group.sort,
      translations: translations(group.label, { singular: true }),
      collapse: 'open',
      hidden: false,
      singleton: false,
      accountability: null,
    },
    schema: null,
  };
};

const relationSnapshot = (collection: Collection, name: string, related: string, nullable: boolean) => ({
  collection: collection.name,
  field: name,
  related_collection: related,
  meta: { many_collection: collection.name, many_field: name, one_collection: related },
  schema: isPlainKey(collection, name)
    ? {
        table: collection.name,
        column: name,
        foreign_key_table: related,
        foreign_key_column: 'id',
        // Users may be removed without losing what they did; business rows never vanish with another.
        on_delete: related === 'directus_users' && nullable ? 'SET NULL' : 'NO ACTION',
      }
    : null,
});

/** JSON fields on directus_users that are filled with the orgs of the grants of the moment (access/orgs-of.ts). */
function grantFields(names: readonly string[]) {
  return names.map((name, i) => {
    const snapshot = fieldSnapshot('directus_users', name, { type: 'json', label: { en: name, tr: name }, nullable: true }, 100 + i);
    return { ...snapshot, meta: { ...snapshot.meta, hidden: true, readonly: true } };
  });
}

/**
 * What Directus is told of the data model on a node that hosts these systems.
 * @returns the parts of a Directus schema snapshot that Selvedge owns
 */
export function buildSnapshot(systems: readonly System[], orgsFields: readonly string[]) {
  const hosted = collections.filter((collection) => collection.system === 'core' || systems.includes(collection.system));
  const groups = (['crm', 'wms', 'core'] as const).filter((system) => system === 'core' || systems.includes(system));
  return {
    collections: [...groups.map(groupSnapshot), ...hosted.map(collectionSnapshot)],
    fields: [
      ...hosted.flatMap((c) =>
        Object.entries(c.fields).map(([name, field], i) => fieldSnapshot(c.name, name, field, i + 1, field.references !== undefined && isPlainKey(c, name))),
      ),
      ...grantFields(orgsFields),
    ],
    relations: hosted.flatMap((c) =>
      Object.entries(c.fields).flatMap(([name, field]) => (field.references ? [relationSnapshot(c, name, field.references, field.nullable)] : [])),
    ),
  };
}

const inBoth = (key: string, label: Label) => [
  { key, language: 'en-US', value: label.en },
  { key, language: 'tr-TR', value: label.tr },
];

/** The notes and choices behind the `$t:` keys, one per language. @throws Error when a choice has no label */
export function keyTranslations(): { key: string; language: string; value: string }[] {
  return collections.flatMap((c) => [
    ...inBoth(noteKey(c.name), c.note),
    ...Object.entries(c.fields).flatMap(([name, field]: [string, Field]) => [
      ...(field.note ? inBoth(noteKey(c.name, name), field.note) : []),
      ...(field.choices ?? []).flatMap((word) => inBoth(choiceKey(c.name, name, word), choiceLabel(c.name, name, word))),
    ]),
  ]);
}
