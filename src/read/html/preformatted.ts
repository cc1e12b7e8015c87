const preformatted = /<pre\b[\s\S]*?<\/pre\s*>/gi;

/** A page with the line ends of its preformatted text as breaks. */
export const withLinesAsPrinted = (page: string): string =>
  page.includes('</pre') ? page.replace(preformatted, (block) => block.replaceAll('\n', '<br>')) : page;
