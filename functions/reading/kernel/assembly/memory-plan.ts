// Where everything stands in the kernel's memory. The host reads these places from the exports, so that they are said once.

/** UTF-16 units of text that fit: two of the pieces that a file is decoded in. */
export const mostUnits: i32 = 1 << 17;
/** Columns that are read from a row. */
export const mostColumns: i32 = 64;
/** Rows of one call. */
export const mostRows: i32 = 1024;
/** Cells of one call that the host has to look at, of each of the two kinds; more end the call sooner. */
export const mostCells: i32 = 1 << 15;

/** Words that a column remembers, and the longest of them. */
export const wordPlaces: i32 = 64;
export const longestWord: i32 = 24;
/** A word's length, its value, its units. */
export const wordBytes: i32 = 64;

/** By unit: 1 for a letter that a row of data and nothing else may begin with. */
export const ordinaryAt: i32 = 1 << 16;
/** What the host says of each column: eight numbers of four bytes. */
export const columnsAt: i32 = ordinaryAt + (1 << 16);
export const columnBytes: i32 = 32;
export const wordsAt: i32 = columnsAt + mostColumns * columnBytes;
/** The text. Behind its end is room for vectors that begin at its last unit, or are decoded to behind it. */
export const unitsAt: i32 = wordsAt + mostColumns * wordPlaces * wordBytes;
/** See `TextRecords`: a place for each cell, and the first of each record. */
export const boundsAt: i32 = unitsAt + mostUnits * 2 + 32;
export const firstsAt: i32 = boundsAt + (mostUnits * 2 + 16) * 4;
/** The rows of a call, column by column: two numbers of four bytes and three of one. */
export const valuesAt: i32 = firstsAt + (mostUnits + 16) * 4;
export const secondsAt: i32 = valuesAt + mostColumns * mostRows * 4;
export const bytesAt: i32 = secondsAt + mostColumns * mostRows * 4;
/** For each row the bits of its blank cells. */
export const blanksAt: i32 = bytesAt + 3 * mostColumns * mostRows;
/** Texts that the host is asked for: where each begins and ends. The codes that it answers with stand apart. */
export const textsAt: i32 = blanksAt + mostRows * 4;
export const textBytes: i32 = 8;
export const codesAt: i32 = textsAt + mostCells * textBytes;
/** Cells to be read with care: row, column, where it begins and ends. */
export const carefulAt: i32 = codesAt + mostCells * 4;
export const carefulBytes: i32 = 16;
/** Of texts that codes are looked for: hashes, codes that may be theirs, where those texts stand. */
export const hashesAt: i32 = carefulAt + mostCells * carefulBytes;
export const candidatesAt: i32 = hashesAt + mostCells * 4;
export const headsAt: i32 = candidatesAt + mostCells * 4;
/** Bytes that are decoded at once, and room behind them for a vector that begins at the last. */
export const mostBytes: i32 = 1 << 16;
export const encodedAt: i32 = headsAt + mostCells * 4;
/** By two bytes of GB18030, the first of them below: their unit; 0 where they are no character. */
export const pairsAt: i32 = encodedAt + mostBytes + 16;
/** From here on the memory is handed out. */
export const endAt: i32 = pairsAt + (1 << 17);
