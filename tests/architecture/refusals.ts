import ts from 'typescript';

/** One sentence of a refusal, and the values it names. */
interface Said {
  readonly text: string;
  readonly values: readonly string[];
}

/** A refusal as it stands in the source. */
export interface DeclaredRefusal {
  readonly code: string;
  readonly place: string;
  readonly en: Said;
  readonly tr: Said;
}

const MAKES = ['conflict', 'Refusal'];

function said(node: ts.Expression): Said {
  if (ts.isStringLiteralLike(node)) return { text: node.text, values: [] };
  if (!ts.isTemplateExpression(node)) return { text: node.getText(), values: [node.getText()] };
  const spans = node.templateSpans;
  return { text: [node.head.text, ...spans.map((span) => span.literal.text)].join('…'), values: spans.map((span) => span.expression.getText()) };
}

/** Every refusal that a file declares with a sentence of its own in both languages. */
export function refusalsIn(path: string, source: string): DeclaredRefusal[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: DeclaredRefusal[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!(ts.isCallExpression(node) || ts.isNewExpression(node)) || !MAKES.includes(node.expression.getText())) return;
    const [code, ...rest] = node.arguments ?? [];
    const words = rest.find((argument) => ts.isObjectLiteralExpression(argument) && argument.properties.some((property) => property.name?.getText() === 'en'));
    if (!code || !ts.isStringLiteralLike(code) || !words || !ts.isObjectLiteralExpression(words)) return;
    const inLanguage = (language: string) => {
      const property = words.properties.find((candidate) => candidate.name?.getText() === language);
      return property && ts.isPropertyAssignment(property) ? said(property.initializer) : { text: '', values: [] };
    };
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push({ code: code.text, place: `${path}:${line + 1}`, en: inLanguage('en'), tr: inLanguage('tr') });
  };
  visit(file);
  return found;
}

/** A state has words of its own in each language; these are its raw name. */
const STATES = /(^|\.|_)(status|state|now_|from|action|uom|en|tr)$/;

/** The records and numbers that a sentence names, which both languages must say: plain paths such as `deal.code`. */
const named = ({ values }: Said) => values.filter((value) => /^[\w.]+$/.test(value) && !STATES.test(value)).sort();

/** What is wrong with a refusal's sentences. @returns one sentence per mistake */
export function mistakesOfRefusal({ code, place, en, tr }: DeclaredRefusal): string[] {
  return [
    ...(tr.text.trim() === '' || en.text.trim() === '' ? [`${place} ${code} says nothing in one language.`] : []),
    ...(tr.text === en.text ? [`${place} ${code} says the same in both languages.`] : []),
    ...(JSON.stringify(named(en)) === JSON.stringify(named(tr))
      ? []
      : [`${place} ${code} names ${named(en).join(', ')} in English and ${named(tr).join(', ')} in Turkish.`]),
  ];
}
