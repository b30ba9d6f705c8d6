const { Worker, isMainThread, workerData } = require('worker_threads');

if (isMainThread) {
  const sum = new Int32Array(new SharedArrayBuffer(4));
  const add = (number) =>
    new Promise((resolve) => {
      new Worker(__filename, { workerData: { sum, number } }).on('exit', resolve);
    });
  Promise.all([0, 1, 2, 3].map(add)).then(() => console.log(sum[0]));
} else {
  for (let i = 0; i < 1000; i++) Atomics.add(workerData.sum, 0, workerData.number);
}
