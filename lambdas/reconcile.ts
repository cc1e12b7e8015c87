/** Not connected yet: says so instead of pretending. */
export const handler = async (): Promise<never> => {
  throw new Error('reconcile is not connected yet');
};
