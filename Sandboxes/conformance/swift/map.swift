var counts: [String: Int] = [:]
while let word = readLine() {
    counts[word, default: 0] += 1
}
print(counts.count)
print(counts["judge", default: 0])
