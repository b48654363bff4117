import { DatePicker, type DatePickerProps } from 'antd';
import dayjs from 'dayjs';
import { useText } from '../../i18n/text.ts';

type DateInputProps = Pick<DatePickerProps, 'id' | 'autoFocus' | 'status' | 'aria-required' | 'aria-invalid' | 'aria-describedby'> & {
  'data-testid': string;
  /** YYYY-MM-DD, or nothing. */
  value: string;
  onChange: (value: string) => void;
};

/** A day, typed or chosen, as the person writes days. */
export function DateInput({ value, onChange, ...shared }: DateInputProps) {
  const { language } = useText();
  return (
    <DatePicker
      {...shared}
      style={{ width: '100%' }}
      value={value ? dayjs(value) : null}
      format={language === 'tr' ? ['DD.MM.YYYY', 'YYYY-MM-DD'] : ['DD/MM/YYYY', 'YYYY-MM-DD']}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
    />
  );
}
