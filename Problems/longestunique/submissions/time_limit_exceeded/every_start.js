const characters = Array.from(require("fs").readFileSync(0, "utf8").replace(/\n$/, ""));
let best = 0;
for (let start = 0; start < characters.length; start++) {
    const seen = new Set();
    for (let end = start; end < characters.length && !seen.has(characters[end]); end++) {
        seen.add(characters[end]);
        best = Math.max(best, end + 1 - start);
    }
}
console.log(best);
