// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { storeOf } from '../../../testing/store-of.ts';
import { KnownClients } from './KnownClients.tsx';

test('a client is added, changed and forgotten by hand', () => {
  const store = storeOf([]);
  const root = document.createElement('div');
  document.body.append(root);
  void act(() => render(<KnownClients store={store} />, root));
  const press = (words: string): void => {
    const button = [...root.querySelectorAll('button')].find(({ textContent }) =>
      textContent.startsWith(words),
    );
    void act(() => button?.click());
  };
  const fill = (label: string, value: string): void => {
    const field = [...root.querySelectorAll('label')]
      .find(({ textContent }) => textContent.includes(label))
      ?.querySelector<HTMLInputElement>('input, textarea');
    if (field === null || field === undefined) throw new Error(`There is no field "${label}".`);
    field.value = value;
    void act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  };

  fill('client_id', 'shop');
  fill('Host of its server', 'https://OP.test/authorize');
  press('Add');
  fill('Redirect URIs', 'https://app.test/cb');
  press('Use this');
  expect(store.registrations.all.value).toMatchObject([
    { clientId: 'shop', authority: 'op.test', redirectUris: ['https://app.test/cb'] },
  ]);

  fill('client_id', 'GOCSPX-AbCdEfGhIjKlMnOpQrStUvWxYz01');
  fill('Host of its server', 'op.test');
  press('Add');
  press('Use this');
  expect(root.textContent).toContain('looks like a secret');
  expect(store.registrations.all.value).toHaveLength(1);

  press('Edit');
  fill('Redirect URIs', 'https://app.test/other');
  press('Use this');
  expect(store.registrations.all.value).toMatchObject([{ redirectUris: ['https://app.test/other'] }]);

  press('Forget');
  expect(store.registrations.all.value).toEqual([]);
  expect(root.textContent).not.toContain('Redirect URIs');
});
