/** Run what a library does at once without its notes to the console: what matters of them is in its result. */
export function quietly<Result>(work: () => Result): Result {
  const { error } = console;
  console.error = () => {};
  try {
    return work();
  } finally {
    console.error = error;
  }
}
