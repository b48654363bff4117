import type { Collection } from '../model/collection.ts';
import { collections } from '../model/index.ts';

/** The fields of a collection that lead to another one of the model. */
export const relationsOf = (collection: Collection): { name: string; target: Collection }[] =>
  Object.entries(collection.fields).flatMap(([name, { references }]) => {
    const target = collections.find((one) => one.name === references);
    return target ? [{ name, target }] : [];
  });
