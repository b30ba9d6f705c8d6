const line = 'x'.repeat(99);
for (let i = 0; i < 100_000; i++) print(line);
