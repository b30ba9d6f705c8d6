// Counts what a reader sees as one character: a letter with its accent, a whole family.
let line = readLine(strippingNewline: true) ?? ""
var next: [Character: Int] = [:]
var start = 0
var best = 0
for (position, character) in line.enumerated() {
    start = max(start, next[character] ?? 0)
    next[character] = position + 1
    best = max(best, position + 1 - start)
}
print(best)
