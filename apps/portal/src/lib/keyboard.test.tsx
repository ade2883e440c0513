import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect } from 'react';
import { expect, test, vi } from 'vitest';
import { useKeys, watchPrefix, type Bindings } from './keyboard';

function Page({ bindings }: { bindings: Bindings }) {
  useKeys(bindings);
  useEffect(watchPrefix, []);
  return <input aria-label="Name" />;
}

test('the key after a two-key shortcut is a key of its own', async () => {
  const bindings = { 'g o': vi.fn(), j: vi.fn() };
  render(<Page bindings={bindings} />);
  await userEvent.keyboard('go');
  expect(bindings['g o']).toHaveBeenCalledOnce();
  await userEvent.keyboard('j');
  expect(bindings.j).toHaveBeenCalledOnce();
});

test('keys typed into a field are text', async () => {
  const bindings = { 'g o': vi.fn(), j: vi.fn() };
  const { getByLabelText } = render(<Page bindings={bindings} />);
  await userEvent.type(getByLabelText('Name'), 'jgo');
  expect(bindings.j).not.toHaveBeenCalled();
  expect(bindings['g o']).not.toHaveBeenCalled();
});
