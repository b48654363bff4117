import type { Condition, Policy } from '../../../api/types/rules.ts';

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isWords = (value: unknown) => isObject(value) && typeof value['en'] === 'string' && typeof value['tr'] === 'string';

function isCondition(value: unknown): value is Condition {
  if (!isObject(value)) return false;
  const parts = value['all'] ?? value['any'];
  if (parts !== undefined) return Array.isArray(parts) && parts.every(isCondition);
  return typeof value['fact'] === 'string' && typeof value['operator'] === 'string' && value['value'] !== undefined;
}

function isRequirement(value: unknown): boolean {
  if (!isObject(value)) return false;
  const lift = value['lift'];
  const areWords = ['sentence', 'seen', 'needed', 'next'].every((field) => isWords(value[field]));
  return typeof value['code'] === 'string' && areWords && isCondition(value['condition']) && isObject(lift) && Array.isArray(lift['roles']);
}

/**
 * A policy of which a form can be drawn; null while the text is none. What is wrong with it in
 * earnest is the server's to say, place by place.
 */
export function readPolicy(text: string): Policy | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value) || !isWords(value['title']) || !Array.isArray(value['requirements'])) return null;
    return value['requirements'].every(isRequirement) ? (value as unknown as Policy) : null;
  } catch {
    return null;
  }
}

export const writePolicy = (policy: Policy): string => JSON.stringify(policy, null, 2);
