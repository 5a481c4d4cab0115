// Stands for the Lambda runtime in a process of its own: imports the bundle named on the command line and hands it one event after another.
const { handler } = await import(process.argv[2]);

process.on('message', async (event) => {
  const context = { awsRequestId: crypto.randomUUID(), functionName: 'tinh-gon', getRemainingTimeInMillis: () => 10_000 };
  process.send(await handler(event, context));
});
