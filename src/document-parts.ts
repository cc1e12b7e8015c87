const digits: readonly string[] = [...'0123456789abcdef'];

/** Parts of the documents table: the first hex digit of the content hash. */
export const documentParts = digits;

/** Part of the documents table a document belongs to. */
export const documentPartOf = (sha256: string): string => sha256.slice(0, 1);

/** Pieces of a part, each listed for itself: the first two hex digits of the content hash. */
export const documentPiecesOf = (part: string): readonly string[] => digits.map((digit) => `${part}${digit}`);

/** Piece of the list of documents a document belongs to. */
export const documentPieceOf = (sha256: string): string => sha256.slice(0, 2);
