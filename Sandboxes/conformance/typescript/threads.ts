let sum = 0;

async function add(value: number): Promise<void> {
  for (let i = 0; i < 1000; i++) {
    await null;
    sum += value;
  }
}

Promise.all([0, 1, 2, 3].map(add)).then(() => console.log(sum));
