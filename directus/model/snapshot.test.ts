import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ORGS_FIELDS } from '../access/orgs-of.ts';
import { choiceLabel, forgottenWords } from './choice-labels.ts';
import type { Field } from './fields.ts';
import { collections } from './index.ts';
import { sameOrgSql } from './same-org.ts';
import { buildSnapshot, keyTranslations } from './snapshot.ts';

const snapshot = buildSnapshot(['crm', 'wms'], ORGS_FIELDS);
const names = new Set(collections.map((collection) => collection.name));
const fieldsOf = (collection: string) => snapshot.fields.filter((field) => field.collection === collection);
const isFilled = (translations: readonly { language: string; translation: string }[]) => {
  expect(translations.map((one) => one.language)).toEqual(['en-US', 'tr-TR']);
  for (const { translation } of translations) expect(translation.trim()).not.toBe('');
};

describe('the data model, as Directus is told of it', () => {
  test('every field has meta and labels in both languages', () => {
    expect(snapshot.fields.length).toBeGreaterThan(200);
    for (const { collection, field, meta } of snapshot.fields) {
      expect(meta).toMatchObject({ collection, field, interface: expect.any(String) as string, width: expect.stringMatching(/half|full/) as string });
      isFilled(meta.translations);
    }
  });

  test('every collection has labels, an icon, a display and a note in both languages', () => {
    for (const { meta } of snapshot.collections) {
      isFilled(meta.translations);
      expect(meta.icon).toMatch(/^[a-z0-9_]+$/);
    }
    const notes = keyTranslations();
    for (const language of ['en-US', 'tr-TR']) {
      for (const { name } of collections) {
        expect(notes.filter((note) => note.key === `note_${name}` && note.language === language && note.value.trim())).toHaveLength(1);
      }
    }
    expect(new Set(notes.map((note) => `${note.key} ${note.language}`)).size).toBe(notes.length);
  });

  test('a note that a field points to exists', () => {
    const known = new Set(keyTranslations().map((note) => `$t:${note.key}`));
    const pointed = [...snapshot.fields, ...snapshot.collections].map(({ meta }) => ('note' in meta ? meta.note : null)).filter((note) => note !== null);
    expect(pointed.length).toBeGreaterThan(collections.length);
    expect(pointed.filter((note) => !known.has(note))).toEqual([]);
  });

  test('every choice is called by its name in both languages, where it is chosen and where it is shown', () => {
    const told = new Map(keyTranslations().map(({ key, language, value }) => [`${language} $t:${key}`, value]));
    const listed: string[] = [];
    for (const { name, fields } of collections) {
      for (const [field, { choices }] of Object.entries<Field>(fields)) {
        if (!choices) continue;
        listed.push(...choices.map((word) => `${name}.${field}.${word}`));
        const { meta } = fieldsOf(name).find((one) => one.field === field)!;
        const shown = meta.options as { choices: { text: string; value: string }[] };
        expect(meta).toMatchObject({ interface: 'select-dropdown', display: 'labels', display_options: { choices: shown.choices } });
        expect(shown.choices.map(({ value }) => value)).toEqual(choices);
        for (const { text, value } of shown.choices) {
          const { en, tr } = choiceLabel(name, field, value);
          expect([told.get(`en-US ${text}`), told.get(`tr-TR ${text}`)]).toEqual([en, tr]);
          // A code, such as `needs_ship_date`, is no name.
          for (const label of [en, tr]) expect(label).toMatch(/^[^_]{2,}$/);
        }
      }
    }
    expect(listed.length).toBeGreaterThan(100);
    expect(forgottenWords(listed)).toEqual([]);
  });

  test('a choice that nobody named refuses, and one word may be called differently where it means another thing', () => {
    expect(() => choiceLabel('crm_deal', 'status', 'on_hold')).toThrow('crm_deal.status may be "on_hold", which has no label');
    expect(choiceLabel('crm_payment', 'method', 'cash').tr).not.toBe(choiceLabel('crm_customer_profile', 'payment_mode', 'cash').tr);
    expect(forgottenWords([])).toContain('crm_payment.method.cash');
  });

  test('no row is shown by a UUID: what a template names leads to a word, a number or a day', () => {
    const leadsToUuid = (from: string, path: string): boolean => {
      const [first = '', ...rest] = path.split('.');
      // Of Directus' own tables nothing is known here but that their ids are UUIDs.
      if (from.startsWith('directus_')) return first === 'id';
      const field = collections.find((one) => one.name === from)?.fields?.[first];
      if (!field) throw new Error(`${from} has no field ${first}.`);
      if (rest.length > 0) return leadsToUuid(field.references ?? '', rest.join('.'));
      return field.type === 'uuid' || field.references !== undefined;
    };
    const named = collections.flatMap(({ name, display }) => [...display.matchAll(/\{\{([a-z_.]+)\}\}/g)].map(([, path]) => [name, path as string] as const));
    expect(named.filter(([name, path]) => leadsToUuid(name, path))).toEqual([]);
    expect([leadsToUuid('crm_shortage', 'deal_line'), leadsToUuid('crm_shortage', 'deal_line.deal'), leadsToUuid('crm_shortage', 'id')]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test.each(collections.map((collection) => [collection.name, collection] as const))('%s: shows only fields it has, keyed by a UUID', (name, collection) => {
    const own = Object.keys(collection.fields);
    const shown = [...collection.display.matchAll(/\{\{([a-z_]+)(?:\.[a-z_]+)*\}\}/g)].map((match) => match[1]);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((field) => !own.includes(field as string))).toEqual([]);
    expect(fieldsOf(name).filter((field) => field.schema.is_primary_key)).toEqual([
      expect.objectContaining({ field: 'id', type: 'uuid', schema: expect.objectContaining({ is_nullable: false, is_unique: true }) as object }),
    ]);
  });

  test('[J3] every row of an org-scoped collection names its org, and no default stands in for it', () => {
    for (const { name, orgScoped } of collections) {
      const org = fieldsOf(name).find((field) => field.field === 'org');
      if (!orgScoped) expect(org).toBeUndefined();
      else {
        expect(org).toMatchObject({
          type: 'uuid',
          schema: { is_nullable: false, default_value: null },
          meta: { required: true },
        });
      }
    }
  });

  test('money, meters and rates are exact decimals', () => {
    for (const { type, schema } of snapshot.fields) {
      expect(['float', 'real', 'double precision']).not.toContain(schema.data_type);
      if (type !== 'decimal') continue;
      expect(schema.data_type).toBe('numeric');
      expect(schema.numeric_precision).toBeGreaterThan(schema.numeric_scale as number);
    }
  });

  test('every reference leads to a collection of the same system, of the core or of Directus, and is indexed unless it tells who', async () => {
    const folder = path.join(import.meta.dirname, '../migrations');
    const migrations = (await Promise.all((await readdir(folder)).map((file) => readFile(path.join(folder, file), 'utf8')))).join('\n');
    expect(snapshot.relations.length).toBeGreaterThan(collections.length);
    for (const { collection, field, related_collection: related, schema } of snapshot.relations) {
      const [system] = collection.split('_');
      expect([collection, field, related]).toEqual([collection, field, expect.stringMatching(new RegExp(`^(${system ?? ''}|core|directus)_`)) as string]);
      if (!related.startsWith('directus_')) expect(names).toContain(related);
      const leads = new RegExp(`index \\w+ on ${collection} \\("?${field}"?(, [^)]+)?\\);`).test(migrations);
      if (related !== 'directus_users')
        expect([collection, field, fieldsOf(collection).find((one) => one.field === field)?.schema.is_indexed === true]).toEqual([collection, field, !leads]);
      // A business row never disappears, nor loses its link, because another was removed.
      if (schema) expect([collection, field, schema.on_delete]).toEqual([collection, field, related === 'directus_users' ? expect.any(String) : 'NO ACTION']);
    }
  });

  test('a reference between rows of orgs is held by one key, with the org in it or, where the group shares, without', () => {
    const held = sameOrgSql(['crm', 'wms']).join('\n');
    for (const { collection, field, related_collection: related, schema } of snapshot.relations) {
      const withOrg = held.includes(
        `alter table ${collection} add constraint ${field}_of_same_org foreign key ("${field}", org) references ${related} (id, org)`,
      );
      const isScoped = (name: string) => collections.find((one) => one.name === name)?.orgScoped === true;
      const shared = collections.find((one) => one.name === collection)?.fields[field]?.acrossOrgs === true;
      expect([collection, field, withOrg]).toEqual([collection, field, isScoped(collection) && isScoped(related) && !shared]);
      // The org of a row with a parent is the parent's; nothing else goes without a key.
      if (field === 'org') expect(schema !== null || held.includes(`alter table ${collection} add constraint`)).toBe(true);
      else expect(schema !== null).toBe(!withOrg);
    }
  });

  test('a field for the orgs of each role and of those who read a side is added to the users, hidden', () => {
    const added = fieldsOf('directus_users');
    expect(added.map((field) => field.field)).toEqual(ORGS_FIELDS);
    for (const field of added) expect(field.meta).toMatchObject({ hidden: true, readonly: true });
  });

  test.each([['crm', 'wms_'] as const, ['wms', 'crm_'] as const])('a node of %s alone knows nothing of %s', (system, foreign) => {
    const alone = buildSnapshot([system], ORGS_FIELDS);
    const told = [...alone.collections, ...alone.fields, ...alone.relations].map((one) => one.collection);
    expect([...told, ...alone.relations.map((one) => one.related_collection)].filter((name) => name.startsWith(foreign))).toEqual([]);
    expect(alone.collections.map((one) => one.collection)).toEqual(expect.arrayContaining([`group_${system}`, 'group_core', 'core_org']));
  });
});
