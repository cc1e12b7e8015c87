import { expect, it } from 'vitest';
import { walkXml } from '../../src/read/xml.ts';

it('a prefix means what the nearest element around declares', () => {
  const heard: string[] = [];
  const xml = '<a xmlns="urn:one" xmlns:p="urn:two"><b xmlns="urn:two" xmlns:p="urn:three"><p:c/></b><p:d/><e/></a>';
  walkXml(
    new TextEncoder().encode(xml),
    'part',
    { 'urn:one': '1', 'urn:two': '2' },
    { open: (name) => heard.push(name), close: () => {}, text: () => {} },
  );
  expect(heard).toEqual(['1:a', '2:b', '?:c', '2:d', '1:e']);
});
