import { FolderStore } from '../../bin/local/store/folder-store.ts';

// A process that adds its own marks to a list by compare-and-swap, as many as it is told, and says each one that was accepted.
const [root = '', key = '', name = '', count = '0'] = process.argv.slice(2);
const store = new FolderStore(root, { durable: 'later' });
for (let n = 0; n < Number(count); ) {
  const current = await store.get(key);
  const marks = current ? Buffer.from(current.body).toString() : '';
  const { ok } = await store.put(key, Buffer.from(`${marks}${name}${n} `), current ? { ifMatch: current.etag } : { ifAbsent: true });
  if (ok) console.log(`${name}${n++}`);
}
