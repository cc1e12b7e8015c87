/** Largest document that is read; a report with pictures has a few MB. */
export const mostBytes = 50 * 1024 * 1024;
/** Most bytes of all XML parts of a document after inflation, two seconds of work; the largest report seen has 2 MB. */
export const mostXmlBytes = 32 * 1024 * 1024;
/** Most bytes of all parts of an archive after inflation (design limit of hostile input). */
export const mostInflatedBytes = 200 * 1024 * 1024;
/** Most entries of an archive. */
export const mostEntries = 2_000;
/** A part that inflates to more than this many times its size, and beyond `ratioFrom` bytes, is a bomb. */
export const mostRatio = 100;
/** Bytes up to which any ratio is taken. */
export const ratioFrom = 8 * 1024 * 1024;
/** Deepest nesting of tables or text boxes. */
export const deepestNesting = 40;
/** Most cells of a document's tables; a report has a few hundred. */
export const mostCells = 150_000;
/** Most characters a document may show; the longest report seen shows 200,000. */
export const mostCharacters = 5_000_000;
/** Most lines a document may show; a report has a few thousand. */
export const mostLines = 400_000;
/** Most tags open at once in a page; pages that never close their spans reach some thousands. */
export const deepestMarkup = 20_000;
