import { useState, type ReactNode } from 'react';
import type { ActionField } from '../../../actions/definition.ts';
import type { ServerError } from '../../../api/server-error.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { fieldsFor, isRefused, isWrong } from './customer-fields.ts';

interface CustomerForm {
  values: Readonly<Record<string, string>>;
  /** What is asked for, which depends on what was chosen so far. */
  fields: ReturnType<typeof fieldsFor>;
  /** Marks what cannot stay as it is typed. @returns whether all can */
  check: () => boolean;
  /** An input with its problem, from here or from the server, in place. */
  input: (field: ActionField, isFirst?: boolean) => ReactNode;
}

/** What is typed about a customer, new or known. @param error  what the server said to it */
export function useCustomerForm(initial: () => Record<string, string>, error: ServerError | null, withTerms = true): CustomerForm {
  const [values, setValues] = useState(initial);
  const [touched, setTouched] = useState(false);
  const fields = fieldsFor(values, withTerms);
  return {
    values,
    fields,
    check: () => {
      setTouched(true);
      return !fields.some((field) => isWrong(field, values));
    },
    input: (field, isFirst = false) => (
      <FieldInput
        key={field.name}
        field={field}
        value={values[field.name] ?? ''}
        isMissing={isRefused(field.name, error) || (touched && isWrong(field, values))}
        isFirst={isFirst}
        onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
      />
    ),
  };
}
