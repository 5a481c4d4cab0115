import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodsOf } from '#procedures/plan/period.ts';
import type { Target } from '#procedures/plan/plan.ts';
import { contribution, noTotals, plus, STAGES } from '#procedures/plan/totals.ts';
import { FIGURE_KEYS, partsOf } from '#procedures/report/figure-key.ts';
import { behind, makeReport } from '#procedures/report/make-report.ts';
import { fraction, printed } from '#procedures/report/print.ts';
import type { Report, Row, Table } from '#procedures/report/report.ts';
import { ReportTemplate, ReportTemplates, type TableTemplate } from '#procedures/report/template.ts';
import { REPORT_TEMPLATES } from '#procedures/report/templates.ts';
import { aLine, anyYear, OFFICES, played, type Year } from './a-year.ts';

const template = (table: TableTemplate, more: Partial<ReportTemplate> = {}): ReportTemplate => ({
  id: 'mau-thu',
  title: 'Mẫu thử (minh họa)',
  source: 'Kiểm thử (minh họa)',
  sections: [{ title: 'Phần thử', tables: [table] }],
  notes: [],
  ...more,
});
/** Every figure there is; keys in parts, since a table has at most 20 columns on paper, not here. */
const EVERYTHING = template({ rows: 'offices', columns: FIGURE_KEYS.map((figure) => ({ figure })) });

const plan = {
  id: 'ke-hoach-thu',
  name: 'Kế hoạch thử (minh họa)',
  year: 2026,
  offices: OFFICES.map((id) => ({ id, name: `Phòng ${id} (minh họa)` })),
  targets: [] as Target[],
};
const NEW_YEAR = '2027-01-02T01:00:00Z';
const report = (rows: Year, period = '2026', more: Partial<Parameters<typeof makeReport>[0]> = {}): Report =>
  makeReport({ template: EVERYTHING, plan, rows, figures: [], period, at: NEW_YEAR, ...more });

function tableOf({ sections }: Report): Table {
  const table = sections[0]?.tables[0];
  if (table === undefined) throw new Error('There is no table.');
  return table;
}
function numberIn({ columns }: Table, { cells }: Row, key: string): number | undefined {
  const value = cells[columns.findIndex((column) => column.key === key)]?.value;
  return value?.kind === 'count' ? value.count : undefined;
}
const ofTotal = (made: Report, key: string) => {
  const table = tableOf(made);
  const total = table.rows.find((row) => row.total);
  return total === undefined ? undefined : numberIn(table, total, key);
};

describe('whatever was done in a year', () => {
  const anyPeriod = fc.constantFrom('2026', ...periodsOf(2026, 'quarter'), ...periodsOf(2026, 'halfYear'));

  test('every number is the size, or the sum, of the set that stands behind it', () => {
    fc.assert(
      fc.property(anyYear, anyPeriod, (rows, period) => {
        const table = tableOf(report(rows, period));
        for (const row of table.rows) {
          for (const { value, behind: key } of row.cells) {
            const { measured } = partsOf(key ?? '');
            const set = behind({ template: EVERYTHING, rows, period, at: NEW_YEAR }, key ?? '', row.office);
            const sum = (of: 'before' | 'after') => set.reduce((total, one) => total + (one[of] ?? 0), 0);
            const expected = {
              count: set.length,
              meeting: set.length,
              meetingShare: set.length,
              share: set.length,
              before: sum('before'),
              after: sum('after'),
              cut: sum('before') - sum('after'),
              pooled: sum('before') - sum('after'),
            }[measured];
            expect(value.kind === 'count' ? value.count : value.kind === 'ratio' && value.ratio.numerator).toBe(expected);
          }
        }
      }),
    );
  });

  test('the offices add up to the total', () => {
    fc.assert(
      fc.property(anyYear, anyPeriod, (rows, period) => {
        const table = tableOf(report(rows, period));
        const total = table.rows.at(-1);
        for (const [index, cell] of (total?.cells ?? []).entries()) {
          if (cell.value.kind !== 'count') continue;
          const of = (row: Row) => (row.cells[index]?.value.kind === 'count' ? row.cells[index].value.count : 0);
          expect(table.rows.slice(0, -1).reduce((sum, row) => sum + of(row), 0)).toBe(cell.value.count);
        }
      }),
    );
  });

  test('the quarters and the half-years add up to the year for what happened within a period', () => {
    const within = FIGURE_KEYS.filter(
      (key) => key.includes('.within.') && ['count', 'before', 'after', 'cut', 'meeting'].includes(partsOf(key).measured),
    );
    fc.assert(
      fc.property(anyYear, fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }), (rows, closingDay) => {
        const made = (period: string) => report(rows, period, { template: { ...EVERYTHING, ...(closingDay && { closingDay }) } });
        const year = made('2026');
        for (const kind of ['quarter', 'halfYear'] as const) {
          const parts = periodsOf(2026, kind).map(made);
          for (const key of within) expect(parts.reduce((sum, part) => sum + (ofTotal(part, key) ?? 0), 0)).toBe(ofTotal(year, key));
        }
      }),
    );
  });

  test('at the end of it the report says what the totals of the overview say', () => {
    fc.assert(
      fc.property(anyYear, (rows) => {
        const made = report(rows);
        const totals = rows.lines.reduce((sum, line) => plus(sum, contribution(line)), noTotals());
        expect([ofTotal(made, 'scope.count'), ofTotal(made, 'scope.before')]).toEqual([totals.procedures, totals.declared]);
        for (const stage of STAGES) {
          const { procedures, internal, before, after, meets } = totals[stage];
          const said = ['count', 'count.internal', 'before', 'after', 'meeting'].map((key) => ofTotal(made, `${stage}.byEnd.${key}`));
          expect([stage, ...said]).toEqual([stage, procedures, internal, before, after, meets]);
        }
      }),
    );
  });

  test('every procedure in scope has a proposal, waits for one, or was decided against', () => {
    fc.assert(
      fc.property(anyYear, anyPeriod, (rows, period) => {
        const made = report(rows, period);
        const parts = ['proposed.byEnd.count', 'waiting.count', 'rejected.count'].map((key) => ofTotal(made, key) ?? 0);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(rows.lines.length);
      }),
    );
  });
});

const at = (day: string) => `${day}T03:00:00Z`;
const oneOf = (acts: Parameters<typeof played>[1], line = aLine()): Year => {
  const one = played(line, acts);
  return { lines: [one.line], redesigns: one.redesigns };
};
const HANDED_IN = { kind: 'submit', after: 12, at: at('2026-02-10') } as const;

describe('a past period', () => {
  test('keeps a proposal that was returned later, and no longer has one that was returned before its end', () => {
    const rows = oneOf([HANDED_IN, { kind: 'return', at: at('2026-04-02') }]);
    expect(['2026-Q1', '2026-Q2'].map((period) => ofTotal(report(rows, period), 'proposed.byEnd.count'))).toEqual([1, 0]);
    expect(['2026-Q1', '2026-Q2'].map((period) => ofTotal(report(rows, period), 'proposed.within.count'))).toEqual([1, 0]);
  });

  test('shows the frozen proposal until the decision, and what was approved from the day of the decision', () => {
    const rows = oneOf([
      HANDED_IN,
      { kind: 'accept', at: at('2026-03-01') },
      { kind: 'bundle', at: at('2026-03-02') },
      { kind: 'approve', after: 17, at: at('2026-05-20') },
    ]);
    const cuts = ['2026-Q1', '2026-Q2'].map((period) => ofTotal(report(rows, period), 'proposed.byEnd.cut'));
    expect(cuts).toEqual([8, 3]);
    expect(['2026-Q1', '2026-Q2'].map((period) => ofTotal(report(rows, period), 'proposed.byEnd.meeting'))).toEqual([1, 0]);
    expect(ofTotal(report(rows, '2026-Q2'), 'approved.within.cut')).toBe(3);
  });

  test('counts a decision in the quarter of its date, whenever it was entered', () => {
    const rows = oneOf([
      HANDED_IN,
      { kind: 'accept', at: at('2026-03-01') },
      { kind: 'bundle', at: at('2026-03-02') },
      { kind: 'approve', at: at('2026-03-31') },
      { kind: 'takeEffect', at: at('2026-04-01') },
    ]);
    expect(['2026-Q1', '2026-Q2'].map((period) => ofTotal(report(rows, period), 'approved.within.count'))).toEqual([1, 0]);
    expect(['2026-Q1', '2026-Q2'].map((period) => ofTotal(report(rows, period), 'inEffect.within.count'))).toEqual([0, 1]);
  });

  test('ends at midnight in Vietnam: 18:00 UTC of 31 March is of the second quarter', () => {
    const rows = oneOf([{ ...HANDED_IN, at: '2026-03-31T18:00:00Z' }]);
    expect(['2026-Q1', '2026-Q2'].map((period) => ofTotal(report(rows, period), 'proposed.within.count'))).toEqual([0, 1]);
  });

  test('has a procedure as overdue only when its deadline has passed without a proposal', () => {
    const line = aLine({ deadline: '2026-03-31' });
    const overdue = (rows: Year, period: string) => ofTotal(report(rows, period), 'overdue.count');
    expect(['2026-Q1', '2026-Q2'].map((period) => overdue(oneOf([], line), period))).toEqual([0, 1]);
    expect(overdue(oneOf([HANDED_IN], line), '2026-Q2')).toBe(0);
  });
});

describe('a period under way', () => {
  test('counts until today and says that it is not over', () => {
    const line = aLine({ deadline: '2026-05-31' });
    const early = report(oneOf([], line), '2026-Q2', { at: '2026-05-01T01:00:00Z' });
    expect(early).toMatchObject({ unfinished: true, days: { from: '2026-04-01', until: '2026-06-30' } });
    expect(ofTotal(early, 'overdue.count')).toBe(0);
    expect(report(oneOf([], line), '2026-Q2').unfinished).toBe(false);
  });
});

describe('rows', () => {
  test('stand in the order of the plan, without offices that have nothing to review, and pooled shares are of the sums', () => {
    const first = played(aLine({ procedure: 'a', office: 'phong-c', declared: 10 }), [{ ...HANDED_IN, after: 0 }]);
    const second = played(aLine({ procedure: 'b', office: 'phong-a', declared: 30 }), [{ ...HANDED_IN, after: 30 }]);
    const rows = { lines: [first.line, second.line], redesigns: [...first.redesigns, ...second.redesigns] };
    const pooled = template({ rows: 'offices', columns: [{ figure: 'proposed.byEnd.pooled' }] });
    const table = tableOf(report(rows, '2026', { template: pooled }));
    expect(table.rows.map(({ label }) => label)).toEqual(['Phòng phong-a (minh họa)', 'Phòng phong-c (minh họa)', 'Cộng']);
    expect(table.rows.map(({ cells }) => cells.map(({ value }) => `${printed(value)} ${fraction(value)}`))).toEqual([
      ['0,00% 0/30'],
      ['100,00% 10/10'],
      ['25,00% 10/40'],
    ]);
  });

  test('an office that the plan no longer names keeps its row', () => {
    const rows = oneOf([], aLine({ office: 'phong-cu' }));
    expect(tableOf(report(rows)).rows.map(({ label }) => label)).toEqual(['phong-cu', 'Cộng']);
  });

  test('a procedure that left the plan takes its proposals with it', () => {
    const rows = oneOf([HANDED_IN]);
    expect(ofTotal(report({ ...rows, lines: [] }), 'proposed.within.count')).toBe(0);
  });

  test('one row about the whole has nobody to add up', () => {
    const whole = template({ rows: 'whole', columns: [{ figure: 'scope.count', label: 'Thủ tục' }] });
    expect(tableOf(report(oneOf([]), '2026', { template: whole })).rows).toEqual([
      { id: 'toan-so', label: 'Toàn Sở', cells: [{ value: { kind: 'count', count: 1 }, behind: 'scope.count' }] },
    ]);
  });
});

describe('targets', () => {
  const columns = (['threshold', 'value', 'met', 'meeting', 'quoted', 'source'] as const).map((figure) => ({ figure }));
  const targets: Target[] = [
    { id: 'gop', metric: 'declaredInformationPooled', comparator: 'atLeast', threshold: 2000, source: 'Kế hoạch (minh họa)' },
    { id: 'tung', metric: 'declaredInformation', comparator: 'atLeast', threshold: 2000, source: 'Kế hoạch (minh họa)' },
    { id: 'noi-bo', metric: 'internalApproved', comparator: 'atLeast', threshold: 5000, source: 'Kế hoạch (minh họa)' },
    {
      id: 'thanh-toan',
      name: 'Giao dịch thanh toán trực tuyến',
      metric: 'entered',
      comparator: 'moreThan',
      threshold: 7000,
      source: 'Kế hoạch (minh họa)',
    },
  ];
  const figure = (period: string, more: object) => ({
    plan: plan.id,
    target: 'thanh-toan',
    period,
    version: 1,
    by: 'Người nhập (minh họa)',
    at: at('2026-04-01'),
    source: 'Báo cáo của cổng (minh họa)',
    ...more,
  });
  const cellsOf = (figures: ReturnType<typeof figure>[], period: string) => {
    const made = report(oneOf([HANDED_IN]), period, {
      template: template({ rows: 'targets', columns }),
      plan: { ...plan, targets },
      figures,
    });
    return tableOf(made).rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => printed(value))]);
  };

  test('show what was computed for them, each with its own denominator', () => {
    expect(cellsOf([], '2026').slice(0, 3)).toEqual([
      ['Cắt giảm thông tin phải khai, tính gộp', '≥ 20%', '40,00%', 'đạt', '100,00%', 'chưa có số liệu', 'Hệ thống tính từ các phương án'],
      [
        'Thủ tục tự đạt mức cắt giảm thông tin phải khai',
        '≥ 20% ở mỗi thủ tục',
        '100,00%',
        'đạt',
        '100,00%',
        'chưa có số liệu',
        'Hệ thống tính từ các phương án',
      ],
      [
        'TTHC nội bộ có phương án được phê duyệt',
        '≥ 50%',
        'chưa có số liệu',
        'chưa có số liệu',
        'không áp dụng',
        'chưa có số liệu',
        'Hệ thống tính từ các phương án',
      ],
    ]);
  });

  test('show what was entered for the period or a part of it, with its source, and nothing of another', () => {
    const entered = [figure('2026-Q1', { numerator: 71, denominator: 100 }), figure('2026-Q3', { numerator: 69, denominator: 100 })];
    const name = 'Giao dịch thanh toán trực tuyến';
    const source = 'Báo cáo của cổng (minh họa)';
    expect(cellsOf(entered, '2026-Q1')[3]).toEqual([name, '> 70%', '71,00%', 'đạt', 'không áp dụng', 'chưa có số liệu', source]);
    expect(cellsOf(entered, '2026')[3]).toEqual([name, '> 70%', '69,00%', 'chưa đạt', 'không áp dụng', 'chưa có số liệu', source]);
    expect(cellsOf(entered, '2026-Q2')[3]?.slice(2)).toEqual([
      'chưa có số liệu',
      'chưa có số liệu',
      'không áp dụng',
      'chưa có số liệu',
      'chưa có số liệu',
    ]);
  });

  test('a quoted percentage that does not follow from its own figures is flagged, and neither is corrected', () => {
    const [quoted, right] = [7250, 7100].map(
      (one) => cellsOf([figure('2026', { numerator: 71, denominator: 100, quoted: one })], '2026')[3],
    );
    expect([quoted?.[2], quoted?.[5]]).toEqual(['71,00%', '72,50% (khác số tính được)']);
    expect(right?.[5]).toBe('71%');
  });
});

describe('templates', () => {
  test('the one that comes with the system fits the schema and is marked as to be confirmed', () => {
    expect(ReportTemplates.parse(REPORT_TEMPLATES)).toEqual(REPORT_TEMPLATES);
    expect(REPORT_TEMPLATES.every(({ unconfirmed }) => unconfirmed !== undefined)).toBe(true);
  });

  test('a figure that does not exist is refused when the template is entered', () => {
    const wrong = template({ rows: 'offices', columns: [{ figure: 'scope.count' }] });
    expect(ReportTemplate.safeParse(wrong).success).toBe(true);
    const table = { rows: 'offices', columns: [{ figure: 'scope.share' }] };
    expect(ReportTemplate.safeParse({ ...wrong, sections: [{ title: 'Phần', tables: [table] }] }).success).toBe(false);
    expect(() => behind({ template: wrong, rows: { lines: [], redesigns: [] }, period: '2026', at: NEW_YEAR }, 'toString')).toThrow(
      RangeError,
    );
  });

  test('every figure has a name of its own', () => {
    const names = tableOf(report({ lines: [], redesigns: [] })).columns.map(({ label }) => label);
    expect(new Set(names).size).toBe(FIGURE_KEYS.length);
  });
});
