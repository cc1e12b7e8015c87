// What the Node runtime of Lambda does, as far as a handler can tell: load it, then ask the Runtime API for one event after
// the other. Runs in a process of its own, with nothing but the environment a function has.
import { pathToFileURL } from 'node:url';

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const [file, name] = (process.env._HANDLER ?? '').split('.');
const post = (path, body) => fetch(`${api}/${path}`, { method: 'POST', body: JSON.stringify(body) });
const told = (error) => ({
  errorType: error?.name ?? 'Error',
  errorMessage: String(error?.message ?? error),
  trace: String(error?.stack ?? '').split('\n'),
});

let handler;
try {
  handler = (await import(pathToFileURL(`${process.env.LAMBDA_TASK_ROOT}/${file}.mjs`).href))[name];
  if (typeof handler !== 'function') throw new Error(`${file}.${name} is no function`);
} catch (error) {
  await post('init/error', told(error));
  process.exit(1);
}

for (;;) {
  const next = await fetch(`${api}/invocation/next`);
  const awsRequestId = next.headers.get('lambda-runtime-aws-request-id') ?? '';
  const deadline = Number(next.headers.get('lambda-runtime-deadline-ms'));
  const context = {
    awsRequestId,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: '$LATEST',
    invokedFunctionArn: next.headers.get('lambda-runtime-invoked-function-arn'),
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  try {
    await post(`invocation/${awsRequestId}/response`, (await handler(await next.json(), context)) ?? null);
  } catch (error) {
    await post(`invocation/${awsRequestId}/error`, told(error));
  }
}
