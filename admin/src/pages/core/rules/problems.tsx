import { createContext, useContext } from 'react';
import type { PolicyProblem } from '../../../api/types/rules.ts';
import { useText } from '../../../i18n/text.ts';

const Found = createContext<readonly PolicyProblem[]>([]);

/** What is wrong with the text that the parts below show. */
export const Problems = Found.Provider;

const isAt = (path: string, place: string) => path === place || path.startsWith(`${place}.`);

/** What is wrong at a place, beside what stands there. */
export function ProblemsAt({ place }: { place: string }) {
  const { pick } = useText();
  const here = useContext(Found).filter(({ path }) => isAt(path, place));
  if (here.length === 0) return null;
  return (
    <ul className="sv-problems-here" data-testid="problem-here" data-place={place}>
      {here.map((problem) => (
        <li key={`${problem.path} ${problem.code}`} className="sv-field-problem">
          {pick(problem.message)}
        </li>
      ))}
    </ul>
  );
}

/** Everything that is wrong, in one place: what has no field of its own stands here alone. */
export function ProblemList({ isAsking }: { isAsking: boolean }) {
  const { t, pick } = useText();
  const problems = useContext(Found);
  if (problems.length === 0) {
    return (
      <p className="sv-soft" role="status" data-testid="check" data-problems={0} data-asking={isAsking}>
        {t(isAsking ? 'rules.checking' : 'rules.sound')}
      </p>
    );
  }
  return (
    <section className="sv-inline-error" data-testid="check" data-problems={problems.length} data-asking={isAsking}>
      <strong>{t('rules.problems', { count: problems.length })}</strong>
      <ul>
        {problems.map((problem, index) => (
          <li key={index} data-problem={problem.code}>
            <span className="sv-mono">{problem.path}</span> {pick(problem.message)}
          </li>
        ))}
      </ul>
    </section>
  );
}
