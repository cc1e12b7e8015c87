// What a text draws borders with.

/** The line below the head of a Markdown table. */
export const separatorRow = /^[\s|｜]*:?--[\s|｜:-]*$/;
const drawing = /^[\s|│┃+=\-─━═├┤┼┬┴┌┐└┘┝┥┠┨┯┷┰┸┿╂┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]+$/;
const longStroke = /-{5}|={5}|[─━═]{2}|[+]-{2}/;
/** Without one of these in it a text prints no border: no line of it needs a look. */
export const anyBorder = /[|｜│┃\t]|-{5}|={5}|[─━═]{2}|[+]-{2}/;
/** A line that only draws the table; a short run of dashes may be the mark for nothing in a cell. */
export const isRule = (line: string) => drawing.test(line) && longStroke.test(line);
/** A border between two cells. */
export const pipe = /[|｜│┃]/;
/** A line that shows nothing but a pipe. */
export const loneBar = /^\s*[|｜│┃]\s*$/;
