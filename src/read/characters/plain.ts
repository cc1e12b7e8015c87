const space = 32;

/** Whether a code is that of another blank, or of something that prints nothing; of some marks that do print (“ — ①), too. */
const mayBeLoose = (code: number): boolean => code < space || (code > 0x9f && code <= 0x3000) || code === 0xfeff;

/**
 * Whether a text is surely made of printed characters with single plain spaces between them. Most cells are, and need no cleaning:
 * a look at each character is quicker than trying an expression on a few of them.
 */
export function isPlain(text: string): boolean {
  let before = space;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (mayBeLoose(code) || (code === space && before === space)) return false;
    before = code;
  }
  return text === '' || before !== space;
}
