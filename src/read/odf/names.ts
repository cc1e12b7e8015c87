/** Namespaces of OpenDocument (ISO/IEC 26300). */
export const openNamespaces: Readonly<Record<string, string>> = Object.fromEntries(
  ['office', 'text', 'table', 'style', 'drawing:draw'].map((entry) => {
    const [name = '', prefix = name] = entry.split(':');
    return [`urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`, prefix];
  }),
);
