let count = Int(readLine() ?? "") ?? 0
var sum = 0
for _ in 0..<count {
    sum += Int(readLine() ?? "") ?? 0
}
print(sum)
