/** Two positions, counted from 1, of numbers that add up to `sum`; null if there are none. */
exports.findPair = (numbers, sum) => {
    const positions = new Map();
    for (const [index, number] of numbers.entries()) {
        if (positions.has(sum - number)) return [positions.get(sum - number), index + 1];
        positions.set(number, index + 1);
    }
    return null;
};
