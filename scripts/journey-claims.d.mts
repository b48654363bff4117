export interface JourneyClaim {
  readonly file: string;
  readonly line: number;
  readonly id: string;
}
export function readClaims(file: string, text: string): JourneyClaim[];
export function unknownClaims(claims: readonly JourneyClaim[], known: ReadonlySet<string>): JourneyClaim[];
