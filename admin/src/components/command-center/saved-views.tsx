import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useText } from '../../i18n/text.ts';
import { keepOwn, readOwn } from '../../session/own-storage.ts';

interface SavedView {
  name: string;
  search: string;
}

const storedAs = (table: string) => `views.${table}`;

const read = (table: string): SavedView[] => readOwn<SavedView[]>(storedAs(table)) ?? [];

/** Everything but the open record belongs to a view. */
function searchOfView(search: string): string {
  const params = new URLSearchParams(search);
  params.delete('open');
  return params.toString();
}

/** A person's own views of this list, kept on this machine; its address can be shared as it is. */
export function SavedViews({ table }: { table: string }) {
  const { t } = useText();
  const location = useLocation();
  const navigate = useNavigate();
  const [views, setViews] = useState(() => read(table));
  const [name, setName] = useState('');
  const [isOpen, setOpen] = useState(false);

  const store = (next: SavedView[]) => {
    keepOwn(storedAs(table), next);
    setViews(next);
  };
  const save = () => {
    const trimmed = name.trim();
    if (trimmed === '') return;
    store([...views.filter((view) => view.name !== trimmed), { name: trimmed, search: searchOfView(location.search) }]);
    setName('');
  };

  const content = (
    <div className="sv-saved-views">
      {views.length === 0 && <p className="sv-faint">{t('table.noViews')}</p>}
      {views.map((view) => (
        <div key={view.name} className="sv-saved-view">
          <button
            type="button"
            className="sv-link"
            onClick={() => {
              setOpen(false);
              void navigate(`${location.pathname}?${view.search}`);
            }}
          >
            {view.name}
          </button>
          <button
            type="button"
            className="sv-icon-button"
            aria-label={t('table.deleteView', { name: view.name })}
            onClick={() => store(views.filter((candidate) => candidate !== view))}
          >
            <DeleteOutlined />
          </button>
        </div>
      ))}
      <form
        className="sv-row"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Input
          value={name}
          placeholder={t('table.viewName')}
          aria-label={t('table.viewName')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit" disabled={name.trim() === ''}>
          {t('words.save')}
        </Button>
      </form>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen} content={content}>
      <Button type="text" icon={<StarOutlined />}>
        {t('table.views')}
      </Button>
    </Popover>
  );
}
