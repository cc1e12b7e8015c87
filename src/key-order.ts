/** Order of S3 listings: by UTF-8 bytes. It differs from the order of JavaScript strings only above the basic plane. */
export function byUtf8(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const difference = left.charCodeAt(i) - right.charCodeAt(i);
    if (difference !== 0) return (left.codePointAt(i) ?? 0) - (right.codePointAt(i) ?? 0) || difference;
  }
  return left.length - right.length;
}
