import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/errors';
import { strengthOf } from './strength';
import { DataTable } from './data-table';
import { SelectField, TextArea, TextField } from './field';
import { PasswordField } from './password-field';
import { ErrorPanel } from './error-panel';
import { Segmented } from './segmented';
import { StatusChip, STATUSES } from './status';
import { Stepper } from './stepper';

type Row = { id: string; name: string };
const table = (part: Partial<Parameters<typeof DataTable<Row>>[0]>) => (
  <DataTable<Row>
    label="People"
    columns={[{ key: 'name', head: 'Name', cell: (row) => row.name }]}
    rows={undefined}
    rowKey={(row) => row.id}
    card={(row) => row.name}
    error={null}
    onRetry={() => undefined}
    empty={<p>Nobody here</p>}
    {...part}
  />
);

describe('a list', () => {
  it('says that it loads, that nothing is there, and shows what is', () => {
    const { rerender } = render(table({}));
    expect(screen.getByRole('status').textContent).toBe('Loading…');
    rerender(table({ rows: [] }));
    screen.getByText('Nobody here');
    rerender(table({ rows: [{ id: '1', name: 'Ada' }] }));
    expect(screen.getByText('Ada')).toBeTruthy();
  });

  it('says what went wrong and offers to try again; what was there stays', async () => {
    const retry = vi.fn();
    const error = new ApiError(503, { code: 'service.unreachable', detail: 'away', request_id: 'r-1' });
    const { rerender } = render(table({ error, onRetry: retry }));
    expect(screen.getByRole('alert').textContent).toContain('r-1');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
    rerender(table({ error, rows: [{ id: '1', name: 'Ada' }] }));
    screen.getByRole('alert');
    screen.getByText('Ada');
  });
});

describe('a field', () => {
  it('has its label, its hint, and its error instead of the hint', () => {
    const { rerender } = render(<TextField label="Name" hint="As on the door" />);
    const field = screen.getByLabelText('Name');
    expect(document.getElementById(field.getAttribute('aria-describedby')!)?.textContent).toBe('As on the door');
    rerender(<TextField label="Name" hint="As on the door" error="Fill this in." />);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby')!)?.textContent).toBe('Fill this in.');
    expect(screen.queryByText('As on the door')).toBeNull();
  });

  it('is found by its label in every form', () => {
    render(
      <>
        <TextArea label="Note" />
        <SelectField label="Country" defaultValue="de">
          <option value="de">Germany</option>
        </SelectField>
      </>,
    );
    expect(screen.getByLabelText('Note').tagName).toBe('TEXTAREA');
    expect(screen.getByRole('combobox', { name: 'Country' })).toBeTruthy();
  });

  it('shows a password on request', async () => {
    render(<PasswordField label="Password" />);
    const field = screen.getByLabelText('Password');
    expect(field.getAttribute('type')).toBe('password');
    await userEvent.click(screen.getByRole('button', { name: 'Show the password' }));
    expect(field.getAttribute('type')).toBe('text');
  });
});

describe('small parts', () => {
  it('always have a word beside the colour', () => {
    for (const status of STATUSES) {
      const { container, unmount } = render(<StatusChip status={status} />);
      expect(container.textContent).not.toBe('');
      expect(container.textContent).not.toContain(status);
      unmount();
    }
  });

  it('let choose one of a few', async () => {
    const choose = vi.fn();
    render(<Segmented label="Who" value="team" options={[{ value: 'team', label: 'Team' }, { value: 'all', label: 'All' }]} onChange={choose} />);
    await userEvent.click(screen.getByRole('radio', { name: 'All' }));
    expect(choose).toHaveBeenCalledWith('all');
  });

  it('say which step it is', () => {
    const icon = () => null;
    render(<Stepper label="Way" steps={[{ key: 'a', label: 'First', icon: icon as never, tone: 'blue', state: 'done', detail: '' }, { key: 'b', label: 'Second', icon: icon as never, tone: 'blue', state: 'now', detail: '' }]} />);
    expect(screen.getByText('Second').closest('li')?.getAttribute('aria-current')).toBe('step');
  });

  it('tell a lost network from an answer', () => {
    render(<ErrorPanel error={new ApiError(0, {})} />);
    expect(screen.getByRole('alert').textContent).toContain('could not be reached');
  });

  it('measure passwords roughly', () => {
    expect([strengthOf('short'), strengthOf('aaaaaaaaaaaa')]).toEqual([0, 1]);
    expect(strengthOf('violet-harbour-93-lantern')).toBe(4);
  });
});
