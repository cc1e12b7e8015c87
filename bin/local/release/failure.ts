import { ReleaseError } from '../../../src/release/failure.ts';
import { Failure } from '../../failure.ts';

/** Do it; what a release refuses becomes a failure people can act on. */
export async function asFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ReleaseError) throw new Failure(error.code, error.values, { cause: error });
    throw error;
  }
}
