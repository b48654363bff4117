import type { en } from './en/index.ts';

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one` ? Stem : Key extends `${infer Stem}_other` ? Stem : Key;

type Leaves<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string ? `${Prefix}${WithoutPlural<Key>}` : Leaves<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];

/** Every text has a key that the compiler knows; a missing one does not compile. */
export type TextKey = Leaves<typeof en>;

/** The shape that the other language must have. */
export type SameKeys<Node> = { [Key in keyof Node]: Node[Key] extends string ? string : SameKeys<Node[Key]> };
