// Takes memory without end.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
const numbers: number[][] = [];
for (let number = 0; ; number++) {
    numbers.push([number]);
}
