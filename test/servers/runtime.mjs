// What the Node runtime of Lambda does, as far as a handler can tell: load it, then ask the Runtime API for one event after
// the other. Runs in a process of its own, with nothing but the environment a function has. Over `node:http`, because the
// first `fetch` of a process takes 50 ms: a function's cold start would be measured with it.
import { request } from 'node:http';
import { pathToFileURL } from 'node:url';

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const [file, name] = (process.env._HANDLER ?? '').split('.');

const call = (method, path, value) =>
  new Promise((done, failed) => {
    const asked = request(`${api}/${path}`, { method }, async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      done({ headers: response.headers, body: Buffer.concat(chunks).toString() });
    });
    asked.on('error', failed).end(value === undefined ? undefined : JSON.stringify(value));
  });
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
  await call('POST', 'init/error', told(error));
  process.exit(1);
}

for (;;) {
  const { headers, body } = await call('GET', 'invocation/next');
  const awsRequestId = headers['lambda-runtime-aws-request-id'] ?? '';
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const context = {
    awsRequestId,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: '$LATEST',
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  try {
    await call('POST', `invocation/${awsRequestId}/response`, (await handler(JSON.parse(body), context)) ?? null);
  } catch (error) {
    await call('POST', `invocation/${awsRequestId}/error`, told(error));
  }
}
