import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { keptDraft } from '#lib/kept-draft.ts';
import { DecisionDraft } from '#lib/submissions/decision/decision-draft.svelte.ts';
import { isDecisionText } from '#lib/submissions/decision/decision-text.ts';
import { EntryList } from '#lib/submissions/entry-list.svelte.ts';
import Outcomes from '../../../web/src/lib/submissions/decision/Outcomes.svelte';
import { anEntry } from '../../support/submission.ts';

const NAMES = ['Cấp bản sao (minh họa)', 'Phúc khảo bài thi (minh họa)', 'Đăng ký dự thi (minh họa)'];
const FIRST = { number: '', date: '', authority: '', titles: '', name: '', verb: 'approve', effectiveFrom: '', exceptions: {} } as const;

function show(wrong: { redesign?: string; message: string }[] = [], attempts = 0) {
  const draft = new DecisionDraft({ ...FIRST }, keptDraft(localStorage, crypto.randomUUID(), isDecisionText));
  const entries = new EntryList('to-trinh-1');
  entries.rows = NAMES.map((name, index) => ({
    ...anEntry({ redesign: `ban-${index}`, name }),
    group: 'all',
    index,
    state: 'bundled' as const,
    outcome: undefined,
  }));
  const view = render(Outcomes, { props: { draft, entries, wrong, attempts, target: 2000 } });
  return { draft, view };
}
const row = (name: string) => {
  const item = screen.getByRole('link', { name }).closest('li');
  if (item === null) throw new Error(`No row ${name}`);
  return within(item);
};
const reject = (name: string) => fireEvent.change(row(name).getByRole('combobox'), { target: { value: 'rejected' } });

describe('the outcomes of a decision', () => {
  test('are approval, until something else is said', () => {
    show();
    for (const name of NAMES) expect(row(name).getByRole('combobox')).toHaveProperty('value', 'approved');
    expect(screen.queryByRole('textbox', { name: /^Lý do/ })).toBeNull();
  });
  test('ask for the reason of whatever was not approved, and keep it when the outcome changes once more', async () => {
    const { draft } = show();
    await reject(NAMES[1] ?? '');
    await fireEvent.input(screen.getByRole('textbox', { name: 'Lý do không phê duyệt' }), { target: { value: 'Vì (minh họa).' } });
    draft.decide('ban-1', 'partly');
    expect(draft.text.exceptions).toEqual({ 'ban-1': { outcome: 'partly', reason: 'Vì (minh họa).', marks: null } });
    draft.decide('ban-1', 'approved');
    expect(draft.text.exceptions).toEqual({});
  });
  test('are set for many at once, with one reason', async () => {
    const { draft } = show();
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Chọn cả 3 phương án đang hiện' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Không phê duyệt…' }));
    await fireEvent.input(screen.getByRole('textbox', { name: /^Lý do chung/ }), { target: { value: 'Chờ luật mới (minh họa).' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Ghi lý do này' }));
    expect(Object.values(draft.text.exceptions).map(({ outcome, reason }) => [outcome, reason])).toEqual(
      NAMES.map(() => ['rejected', 'Chờ luật mới (minh họa).']),
    );
  });
  test('are found by name without accents, and by what was decided', async () => {
    show();
    await reject(NAMES[2] ?? '');
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'phuc khao' } });
    expect(screen.getAllByRole('combobox')).toHaveLength(1);
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: '' } });
    await fireEvent.click(screen.getByRole('button', { name: /^Không phê duyệt 1/ }));
    expect(screen.getAllByRole('combobox')).toHaveLength(1);
  });
  test('show after an attempt only what is wrong, with why, until all are asked for again', async () => {
    show([{ redesign: 'ban-2', message: 'Ghi lý do như trong quyết định.' }], 1);
    expect(screen.getAllByRole('combobox')).toHaveLength(1);
    expect(row(NAMES[2] ?? '').getByText('Ghi lý do như trong quyết định.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: /xem tất cả/ }));
    expect(screen.getAllByRole('combobox')).toHaveLength(3);
  });
  test('are walked with Ctrl and the arrows', async () => {
    show();
    const all = screen.getAllByRole('combobox');
    all[0]?.focus();
    await fireEvent.keyDown(all[0] ?? document.body, { key: 'ArrowDown', ctrlKey: true });
    expect(document.activeElement).toBe(all[1]);
  });
});

describe('what is typed of a decision', () => {
  const store = () => keptDraft(localStorage, 'quyet-dinh', isDecisionText);

  test('survives a reload, and is gone once it was recorded', () => {
    const draft = new DecisionDraft({ ...FIRST }, store());
    draft.text.number = '12/QĐ-UBND';
    draft.decide('ban-1', 'rejected', 'Vì (minh họa).');
    draft.keep();
    const again = new DecisionDraft({ ...FIRST }, store());
    expect(again).toMatchObject({ recovered: true, rejected: 1, text: { number: '12/QĐ-UBND' } });
    again.forget();
    expect(new DecisionDraft({ ...FIRST }, store()).recovered).toBe(false);
  });
});
