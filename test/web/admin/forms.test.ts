// What is shown in boxes and read back again says the same; what can not be read says so.
import { describe, expect, test } from 'vitest';
import { filterOf, isNarrowed, monthBy, monthsUpTo, queryOf } from '#lib/admin/journal/journal-filter.ts';
import { byDay, dayName } from '#lib/admin/journal/journal-days.ts';
import { blankOffice, headOf, nextHead, officesChanged, officesDraft, officesErrors, withOffices } from '#lib/admin/offices/office-form.ts';
import { inputOf, personDraft, personErrors } from '#lib/admin/people/person-form.ts';
import { GROUND_FORM } from '#lib/admin/settings/ground-form.ts';
import { PARAMETER_FORM } from '#lib/admin/settings/parameter-form.ts';
import { blankItem, type ItemDraft, REGISTER_FORM } from '#lib/admin/settings/register-form.ts';
import { itemsOf } from '#lib/admin/settings/settings-form.ts';
import { paths } from '#lib/paths.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { GROUNDS } from '#procedures/redesign/grounds.ts';
import { REGISTERS } from '#procedures/registers/registers.ts';

describe('a list that is opened for typing and saved as it is', () => {
  test('of grounds stays the same', () => {
    expect(itemsOf(GROUND_FORM, GROUNDS.map(GROUND_FORM.draftOf))).toEqual(GROUNDS);
    expect(GROUNDS.map(GROUND_FORM.draftOf).map(GROUND_FORM.errorsOf)).toEqual(GROUNDS.map(() => ({})));
  });

  test('of registers stays the same, to the last of their items', () => {
    expect(itemsOf(REGISTER_FORM, REGISTERS.map(REGISTER_FORM.draftOf))).toEqual(REGISTERS);
    expect(REGISTERS.map(REGISTER_FORM.draftOf).map(REGISTER_FORM.errorsOf)).toEqual(REGISTERS.map(() => ({})));
  });

  test('of parameters stays the same', () => {
    const parameters = [{ id: 'a', name: 'A', value: '-67500.250', unit: 'đồng/giờ', source: 'S' }];
    expect(itemsOf(PARAMETER_FORM, parameters.map(PARAMETER_FORM.draftOf))).toEqual(parameters);
  });
});

describe('a new item', () => {
  test('gets a readable identity that nothing else has', () => {
    const drafts = [
      ...GROUNDS.map(GROUND_FORM.draftOf),
      { ...GROUND_FORM.blank('x'), symbol: 'NĐ45-Đ4' },
      { ...GROUND_FORM.blank('y'), symbol: 'NĐ45 Đ4' },
    ];
    const ids = itemsOf(GROUND_FORM, drafts).map(({ id }) => id);
    expect(ids.slice(-2)).toEqual(['nd45-d4-2', 'nd45-d4-3']);
    const items: ItemDraft[] = [
      { ...blankItem('1'), name: 'Họ tên' },
      { ...blankItem('2'), name: 'Họ, tên', root: 'copy' },
    ];
    const [register] = itemsOf(REGISTER_FORM, [{ ...REGISTER_FORM.blank('x'), name: 'Cơ sở dữ liệu mới', items }]);
    expect(register).toMatchObject({
      id: 'co-so-du-lieu-moi',
      items: [
        { id: 'ho-ten', name: 'Họ tên' },
        { id: 'ho-ten-2', root: false },
      ],
    });
  });

  test('that is empty names every box that is missing', () => {
    expect(Object.keys(GROUND_FORM.errorsOf(GROUND_FORM.blank('x')))).toEqual(['symbol', 'citation', 'summary', 'source']);
    expect(Object.keys(PARAMETER_FORM.errorsOf(PARAMETER_FORM.blank('x')))).toEqual(['name', 'value', 'unit', 'source']);
    const register = { ...REGISTER_FORM.blank('x'), connectedSince: 'hôm qua', items: [blankItem('1')] };
    expect(Object.keys(REGISTER_FORM.errorsOf(register))).toEqual(['name', 'basis', 'source', 'connectedSince', 'item 1']);
  });

  test('can not end before it begins', () => {
    const [ground] = GROUNDS.map(GROUND_FORM.draftOf);
    if (!ground) throw new Error('There are grounds.');
    expect(GROUND_FORM.errorsOf({ ...ground, effectiveFrom: '02/01/2026', effectiveTo: '1-1-2026' })).toHaveProperty('effectiveTo');
  });
});

describe('offices and letterheads', () => {
  const plan = { ...DEMONSTRATION_PLAN, letterheads: [{ ...DEMONSTRATION_PLAN.letterhead, agency: 'SỞ MỚI', from: '2027-07-01' }] };

  test('that are opened and saved as they are change nothing of the plan', () => {
    for (const one of [DEMONSTRATION_PLAN, plan]) {
      const draft = officesDraft(one);
      expect(withOffices(one, draft)).toEqual(one);
      expect(officesChanged(draft, one)).toBe(false);
      expect(officesErrors(one, draft)).toEqual({});
    }
  });

  test('a new office gets an identity of its own and keeps those of the others', () => {
    const draft = officesDraft(plan);
    draft.offices.push({ ...blankOffice('x'), name: 'Văn phòng Sở', from: '1/7/2027' });
    expect(withOffices(plan, draft).offices.at(-1)).toEqual({ id: 'van-phong-so', name: 'Văn phòng Sở', from: '2027-07-01' });
  });

  test('two letterheads of one day, an office that ends before it begins and a day that there is not are told', () => {
    const draft = officesDraft(plan);
    const [first, second] = draft.heads;
    const [office] = draft.offices;
    if (!first || !second || !office) throw new Error('The plan has them.');
    expect(officesErrors(plan, { ...draft, heads: [first, second, { ...nextHead(second, 'x'), from: '01/07/2027' }] })).toHaveProperty(
      'whole',
    );
    expect(officesErrors(plan, { ...draft, heads: [first, nextHead(second, 'x')] })).toHaveProperty('head x from');
    office.from = '02/01/2026';
    office.until = '01/01/2026';
    expect(officesErrors(plan, draft)).toHaveProperty('whole');
    office.until = '30/02/2026';
    expect(officesErrors(plan, draft)).toHaveProperty(`office ${office.key} until`);
  });

  test('what is left empty stays blank on paper; titles stand a line each', () => {
    const [head] = officesDraft(plan).heads;
    if (!head) throw new Error('The plan has a letterhead.');
    expect(headOf({ ...head, symbol: ' ', letterTitles: 'KT. GIÁM ĐỐC\n\n PHÓ GIÁM ĐỐC ', letterName: '' })).toMatchObject({
      letterSignature: { titles: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] },
    });
    expect(headOf({ ...head, symbol: ' ' })).not.toHaveProperty('symbol');
  });
});

describe('a person', () => {
  test('needs a name, and an address that looks like one', () => {
    const draft = personDraft(null, 'p1');
    expect(Object.keys(personErrors(draft, true))).toEqual(['name', 'email']);
    expect(personErrors({ ...draft, name: 'A', email: '' }, false)).toEqual({});
    expect(personErrors({ ...draft, name: 'A', email: 'khong-co' }, false)).toHaveProperty('email');
    expect(inputOf({ ...draft, name: ' A ', email: ' a@b.vn ' })).toEqual({ name: 'A', email: 'a@b.vn', role: 'specialist', office: 'p1' });
  });
});

describe('the view of the journal', () => {
  const NOW = '2026-11-30T18:00:00.000Z';

  test('is an address and comes back from it', () => {
    const filter = { month: '2026-03', person: 'a b#c', procedure: '3.000465', action: 'submit', refused: true };
    const address = new URL(paths.journal(filter), 'https://example.vn');
    expect(address.pathname).toBe('/quan-tri/nhat-ky');
    expect(filterOf(address.searchParams, NOW)).toEqual(filter);
    expect(queryOf(filter)).toEqual({ ...filter, refused: '1' });
  });

  test('without an address is the month that it is in Vietnam; what an address says that cannot be is left alone', () => {
    expect(filterOf(new URLSearchParams(), NOW)).toEqual({ month: '2026-12', person: '', procedure: '', action: '', refused: false });
    expect(filterOf(new URLSearchParams('thang=2026-13&viec=toString&tu-choi=x'), NOW)).toMatchObject({
      month: '2026-12',
      action: '',
      refused: false,
    });
    expect(isNarrowed(filterOf(new URLSearchParams('thang=2026-03'), NOW))).toBe(false);
  });

  test('goes from month to month over the turn of the year', () => {
    expect(monthBy('2026-01', -1)).toBe('2025-12');
    expect(monthBy('2025-12', 1)).toBe('2026-01');
    expect(monthsUpTo('2026-02', '2026-02').slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
    expect(monthsUpTo('2026-02', '2019-05').at(-1)).toBe('2019-05');
  });

  test('is told by the days of Vietnam', () => {
    const line = (at: string) => ({ at, by: { subject: 's', name: 'S', role: 'admin' as const }, action: 'enter' as const, version: 1 });
    const days = byDay([line('2026-11-30T17:00:00.000Z'), line('2026-11-30T16:59:00.000Z')]).map(([day]) => day);
    expect(days).toEqual(['2026-12-01', '2026-11-30']);
    expect(dayName('2026-11-23')).toBe('Thứ hai, 23/11/2026');
  });
});
