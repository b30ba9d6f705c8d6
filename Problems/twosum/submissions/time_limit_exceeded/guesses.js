// Guesses pairs until one is right, also where none is.
const [n, sum, ...numbers] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
for (;;) {
    const i = Math.floor(Math.random() * n);
    const j = Math.floor(Math.random() * n);
    if (i !== j && numbers[i] + numbers[j] === sum) {
        console.log(`${i + 1} ${j + 1}`);
        break;
    }
}
