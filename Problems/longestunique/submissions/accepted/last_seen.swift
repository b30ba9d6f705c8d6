let line = readLine(strippingNewline: true) ?? ""
var next: [Unicode.Scalar: Int] = [:]
var start = 0
var best = 0
for (position, character) in line.unicodeScalars.enumerated() {
    start = max(start, next[character] ?? 0)
    next[character] = position + 1
    best = max(best, position + 1 - start)
}
print(best)
