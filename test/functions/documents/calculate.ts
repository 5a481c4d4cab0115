// Calculates the formulas of a workbook anew, as a spreadsheet does that opens it: only what our sheets use.
import type { Sheet } from './open-office.ts';

type Value = number | string;
type Overrides = Readonly<Record<string, Value>>;

const number = (value: Value): number => (typeof value === 'number' ? value : 0);

const FUNCTIONS = {
  SUM: (area: Value[]) => area.reduce<number>((sum, value) => sum + number(value), 0),
  SUMIF: (area: Value[], wanted: Value, values: Value[]) =>
    area.reduce<number>((sum, value, index) => sum + (value === wanted ? number(values[index] ?? 0) : 0), 0),
  COUNTIF: (area: Value[], wanted: Value) => area.filter((value) => value === wanted).length,
  COUNTIFS: (first: Value[], one: Value, second: Value[], other: Value) =>
    first.filter((value, index) => value === one && second[index] === other).length,
  IF: (test: boolean, yes: Value, no: Value) => (test ? yes : no),
  AND: (...tests: boolean[]) => tests.every(Boolean),
};

const TOKEN = /"[^"]*"|(?:'([^']+)'!)?([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?|>=|<=|=/g;

/** Values of the cells of `sheets` with their formulas calculated; `overrides` (`sheet!A1`) replaces what is typed in a cell. */
export function calculate(sheets: readonly Sheet[], overrides: Overrides = {}): (sheet: string, address: string) => Value {
  const known = new Map<string, Value>(Object.entries(overrides));

  function cell(sheet: string, address: string): Value {
    const key = `${sheet}!${address}`;
    const done = known.get(key);
    if (done !== undefined) return done;
    const found = sheets.find(({ name }) => name === sheet)?.cells[address];
    if (!found) throw new Error(`No cell ${key}`);
    const plain = found.isText || found.text === '' ? found.text : Number(found.text);
    const value = found.formula === undefined ? plain : evaluate(sheet, found.formula);
    known.set(key, value);
    return value;
  }

  function evaluate(sheet: string, formula: string): Value {
    const script = formula.replace(
      TOKEN,
      (token, other: string | undefined, column?: string, row?: string, lastColumn?: string, last?: string) => {
        if (token === '=') return '===';
        if (column === undefined) return token;
        if (last === undefined) return `cell(${JSON.stringify(other ?? sheet)}, "${column}${row}")`;
        if (lastColumn !== column) throw new Error(`Not one column: ${token}`);
        return `area(${JSON.stringify(other ?? sheet)}, "${column}", ${row}, ${last})`;
      },
    );
    const area = (name: string, column: string, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => cell(name, `${column}${from + index}`));
    // A spreadsheet reckons only the branch that is taken; here a quotient by 0 is never read.
    return new Function('cell', 'area', ...Object.keys(FUNCTIONS), `return ${script}`)(cell, area, ...Object.values(FUNCTIONS)) as Value;
  }

  return cell;
}

/** Every cell of a sheet that holds a formula: its address and the value that was written beside it. */
export const formulasOf = ({ cells }: Sheet): [string, Value][] =>
  Object.entries(cells).flatMap(([address, { formula, text }]) =>
    formula === undefined ? [] : [[address, text === '' || Number.isNaN(Number(text)) ? text : Number(text)] satisfies [string, Value]],
  );
