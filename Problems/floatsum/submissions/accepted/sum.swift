var sum = 0.0
let count = Int(readLine() ?? "") ?? 0
for _ in 0..<count {
    sum += Double(readLine() ?? "") ?? .nan
}
print(sum)
