// A report as it is shown and printed: every number exact, and with the key under which the procedures behind it can be asked for.
import type { Period } from '#procedures/plan/figure.ts';
import type { Day } from '#procedures/text/label.ts';
import type { Ratio } from '#procedures/text/ratio.ts';
import type { FigureKey } from './figure-key.ts';
import type { TargetColumn } from './template.ts';

export type Value =
  | { kind: 'count'; count: number }
  /** Printed as a percentage with its fraction beside it; a denominator of 0 prints "—". */
  | { kind: 'ratio'; ratio: Ratio }
  /** A target: `met` is null while there is nothing to judge. */
  | { kind: 'verdict'; met: boolean | null }
  /** A percentage as somebody quoted it, in hundredths of a percent; `mismatch`: the computed one is another. */
  | { kind: 'quoted'; hundredths: number; mismatch: boolean }
  | { kind: 'text'; text: string }
  /** Chưa có số liệu. */
  | { kind: 'nothing' };

/** `behind`: ask for the procedures behind the number with this figure and the row's office (`GET /reports/:template/behind`). */
export type Cell = { value: Value; behind?: FigureKey };
/** `office` is absent in a row about the whole; `total` is the last row of a table by office. */
export type Row = { id: string; label: string; office?: string; total?: true; cells: Cell[] };
/** `stub` is the head of the first column, which holds the labels of the rows. Every row has one cell a column. */
export type Table = { title?: string; stub: string; columns: { key: FigureKey | TargetColumn; label: string }[]; rows: Row[] };

export type Report = {
  template: { id: string; title: string; source: string; unconfirmed?: string };
  plan: { id: string; name: string; year: number; demonstration?: boolean };
  period: Period;
  periodName: string;
  /** First and last day that count. */
  days: { from: Day; until: Day };
  /** When the figures were taken, and whether the period was still running then. */
  at: string;
  unfinished: boolean;
  sections: { title: string; tables: Table[] }[];
  notes: string[];
};

/** One line of what is behind a number: a procedure in scope, or a proposal. */
export type Behind = {
  procedure: string;
  procedureCode?: string;
  procedureName: string;
  internal: boolean;
  office: string;
  /** Of the proposal, where there is one: when it came so far, and what it measured. */
  redesign?: string;
  proposal?: number;
  on?: Day;
  before?: number;
  after?: number;
  meets?: boolean;
};
