// What write-excel-file cannot say, put into the XML of the workbook: values beside formulas, filter, printing on one page's width.
import { columnName, type Formula, type WorkbookSheet } from './sheets.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Formulas of a sheet by cell address; row 1 is the head. */
function formulasOf(sheet: WorkbookSheet): Map<string, Formula> {
  return new Map(
    sheet.rows.flatMap((row, index) =>
      row.cells.flatMap((cell, column) =>
        typeof cell === 'object' && cell !== null ? [[`${columnName(column)}${index + 2}`, cell] as const] : [],
      ),
    ),
  );
}

const valued = (attributes: string, formula: string, value: number | string): string =>
  `<c ${attributes}${typeof value === 'string' ? ' t="str"' : ''}>${formula}<v>${escaped(String(value))}</v></c>`;

/** The area of the filter: head row and the rows it covers. */
const filterArea = (sheet: WorkbookSheet): string | undefined =>
  sheet.filterRows ? `A1:${columnName(sheet.columns.length - 1)}${sheet.filterRows + 1}` : undefined;

/** Inches. */
const MARGINS = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';

/** The head of every printed page; `&` opens a code there unless it is doubled. */
const pageHead = ({ mark }: WorkbookSheet): string =>
  mark === undefined ? '' : `<headerFooter><oddHeader>${escaped(`&R&B${mark.replaceAll('&', '&&')}`)}</oddHeader></headerFooter>`;

/** One sheet: every formula gets the value of the day, the head row its filter, the page the width of the sheet. */
export function finishSheet(xml: string, sheet: WorkbookSheet): string {
  const formulas = formulasOf(sheet);
  const area = filterArea(sheet);
  return xml
    .replace(/<c (r="([A-Z]+\d+)"[^>]*)>(<f>[^<]*<\/f>)<\/c>/g, (whole, attributes: string, address: string, formula: string) => {
      const known = formulas.get(address);
      return known ? valued(attributes, formula, known.value) : whole;
    })
    .replace('</sheetData>', () => `</sheetData>${area ? `<autoFilter ref="${area}"/>` : ''}`)
    .replace(/(<worksheet [^>]*>)/, (open) => `${open}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(
      /<pageSetup [^>]*\/>/,
      () => `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${sheet.pagesWide ?? 1}" fitToHeight="0"/>${pageHead(sheet)}`,
    )
    .replace(/<pageMargins [^>]*\/>/, MARGINS);
}

const sheetName = (sheet: WorkbookSheet): string => `'${escaped(sheet.name).replaceAll("'", "''")}'`;

const absolute = (area: string): string => area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

/** What is printed again on every page: the head row, and the frozen columns where a row runs over several pages. */
const titleArea = (sheet: WorkbookSheet): string => {
  const rows = `${sheetName(sheet)}!$1:$1`;
  const columns = `${sheetName(sheet)}!$A:$${columnName((sheet.frozenColumns ?? 1) - 1)}`;
  return (sheet.pagesWide ?? 1) > 1 ? `${columns},${rows}` : rows;
};

/** The workbook: head rows printed on every page, formulas calculated anew on opening. */
export function finishWorkbook(xml: string, sheets: readonly WorkbookSheet[]): string {
  const names = sheets.flatMap((sheet, index) => {
    const area = filterArea(sheet);
    const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheetName(sheet)}!${absolute(area ?? '')}</definedName>`;
    return [...(area ? [filter] : []), `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${titleArea(sheet)}</definedName>`];
  });
  return xml
    .replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`)
    .replace('<calcPr/>', '<calcPr fullCalcOnLoad="1"/>');
}
