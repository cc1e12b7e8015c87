/** Not connected yet: says so instead of pretending. */
export const handler = async (): Promise<never> => {
  throw new Error('release is not connected yet');
};
