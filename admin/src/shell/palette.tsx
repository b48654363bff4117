import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { shownActions } from '../components/action/shown-actions.ts';
import { Dialog } from '../components/layout/dialog.tsx';
import { useText } from '../i18n/text.ts';
import { useScopedPath } from '../routing/scope.ts';
import { useKeys } from '../session/use-keys.ts';
import { useRoles } from '../session/use-roles.ts';
import { pagesOf } from './nav-items.ts';
import { useFoundRecords } from './use-found-records.ts';

interface Entry {
  id: string;
  group: string;
  label: string;
  detail: string;
  run: () => void;
}

/** Ctrl-K: pages, any code or customer, and the commands of what is open. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t, language } = useText();
  const navigate = useNavigate();
  const scoped = useScopedPath();
  const roles = useRoles();
  const keys = useKeys();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState(0);
  const [actions] = useState(shownActions);
  const { records, isSearching } = useFoundRecords(typed);
  const fold = (text: string) => text.toLocaleLowerCase(language);
  const matches = (text: string) => fold(text).includes(fold(typed.trim()));

  const entries = useMemo((): Entry[] => {
    const go = (path: string) => () => {
      onClose();
      void navigate(scoped(path));
    };
    const commands = actions
      .filter((action) => action.refusal === null && matches(action.label))
      .map((action, index): Entry => ({
        id: `command-${index}`,
        group: t('palette.commands'),
        label: action.label,
        detail: t('palette.onThis'),
        run: () => {
          onClose();
          // The dialog of the command opens after this one has gone.
          setTimeout(action.press, 0);
        },
      }));
    const found = records.map((record): Entry => ({
      id: record.path,
      group: t('palette.records'),
      label: record.code,
      detail: record.detail,
      run: go(record.path),
    }));
    const pages = pagesOf(roles, keys)
      .filter((page) => matches(t(page.label)))
      .map((page): Entry => ({ id: page.path, group: t('palette.pages'), label: t(page.label), detail: page.path, run: go(page.path) }));
    return [...commands, ...found, ...pages];
  }, [actions, records, roles, keys, typed, t]);
  useEffect(() => setActive(0), [typed, records]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : entries.length - 1;
      setActive((active + step) % Math.max(1, entries.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      entries[active]?.run();
    }
  };
  return (
    <Dialog
      title={<span className="sv-hidden">{t('shell.find')}</span>}
      footer={null}
      closable={false}
      focusTriggerAfterClose={false}
      width={620}
      onCancel={onClose}
      // The dialog takes the focus for itself first.
      afterOpenChange={(isOpen) => isOpen && input.current?.focus()}
      className="sv-palette"
      style={{ top: 80 }}
    >
      <input
        ref={input}
        className="sv-palette-input"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={entries[active] ? `palette-${active}` : undefined}
        aria-label={t('shell.find')}
        placeholder={t('palette.hint')}
        value={typed}
        data-testid="palette-input"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-list" role="listbox" hidden={entries.length === 0} className="sv-palette-list" aria-label={t('palette.results')}>
        {entries.map((entry, index) => (
          <li
            key={entry.id}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === active}
            className={index === active ? 'is-active' : ''}
            data-testid="palette-entry"
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' });
            }}
            onMouseMove={() => setActive(index)}
            onClick={entry.run}
          >
            <span className="sv-palette-group">{index === 0 || entries[index - 1]?.group !== entry.group ? entry.group : ''}</span>
            <span className="sv-palette-label">{entry.label}</span>
            <span className="sv-faint sv-ellipsis">{entry.detail}</span>
          </li>
        ))}
      </ul>
      {entries.length === 0 && (
        <p className="sv-palette-empty sv-faint" role="status">
          {t(isSearching ? 'palette.searching' : 'table.nothingFound')}
        </p>
      )}
    </Dialog>
  );
}
