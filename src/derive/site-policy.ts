/** What the explorer's pages may load: their own files only. Charts bring their style along as an element. */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The policy as a header, the same from CloudFront and from `gongkai serve`. */
export const siteCsp: string = [...directives, "frame-ancestors 'none'"].join('; ');

/** The policy inside the page, for hosts that send no headers; framing can only be forbidden by a header. */
export const pageCsp: string = directives.join('; ');

/** The policy of the page that is one file: it may load nothing at all, and runs only the script with this hash. */
export const oneFileCsp = (scriptSha256: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${scriptSha256}'`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
