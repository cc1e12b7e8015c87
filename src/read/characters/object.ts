/** Stands in a text for what is shown there and is no text (Unicode 23.8): a picture, a formula. A cell that holds it is not empty. */
export const shownObject = '\ufffc';

/** Not between digits: there it may be one of them. */
const objects = /(?<![\d.])\ufffc|\ufffc(?![\d.])/g;

/** The words of a text, without what else is shown among them. */
export const withoutObjects = (text: string): string => (text.includes(shownObject) ? text.replace(objects, '') : text);
