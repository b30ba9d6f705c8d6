// Never lets its own event loop have a turn.
process.on('SIGTERM', () => {});
process.on('SIGXCPU', () => {});
for (;;);
