// The door of printed and exported papers.
export type { Paper, PaperBars, PaperCell, PaperFigure, PaperSection, PaperTable } from './paper.ts';
export { paperPdf } from './paper-pdf.ts';
export type { PaperOptions } from './paper-pdf.ts';
export { toCsv } from './csv.ts';
export type { CsvCell } from './csv.ts';
