const escapes = /(?:%[\da-f]{2})+/gi;
/** Escapes of a text that was escaped already: %25E5. */
const escapedTwice = /%25(?=[\da-f]{2})/gi;

function text(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** One run of escapes: UTF-8, else what older Chinese sites use; left as it stands where it is neither. */
function unescaped(run: string): string {
  const bytes = Uint8Array.from(run.split('%').slice(1), (pair) => Number.parseInt(pair, 16));
  const read = text(bytes, 'utf-8');
  if (read !== null) return read;
  const older = text(bytes, 'gb18030');
  return older !== null && /^[\p{Script=Han}\p{P}\w\s]+$/u.test(older) ? older : run;
}

/** An address as people read it, its parts apart; a stray % does not hide the rest. */
export const readableAddress = (address: string): string =>
  address.replace(escapedTwice, '%').replace(escapes, unescaped).replaceAll('/', ' / ').replace(/[?&=]/g, ' $& ');

/** Names of the files an address points to, in its path or as a parameter, without their endings. */
export const filesIn = (readable: string): readonly string[] =>
  readable
    .split(/ [/?&=] /)
    .flatMap((part) => /^(.*\p{Script=Han}.*?)\.(?:docx?|pdf|wps|xlsx?|html?|s?html|jsp|txt|zip|rar)$/iu.exec(part.trim())?.[1] ?? []);
