/** Script of the page that is one file; the pages of a site load in parts. */
export const oneFileScript = 'one-file.js';

/** Whether a file beside the explorer's pages belongs to every site: its script and style, by the name below their folder. */
export const isSiteAsset = (name: string): boolean => /\.(js|css)$/.test(name) && name !== oneFileScript;
