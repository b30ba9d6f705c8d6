// Writes without waiting for anything to be read.
const block = 'x'.repeat(1 << 16);
(function more() {
  for (let count = 0; count < 64; count++) process.stdout.write(block);
  setImmediate(more);
})();
