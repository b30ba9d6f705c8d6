let count = Int(readLine() ?? "") ?? 0
var values: [Int] = []
for _ in 0..<count {
    values.append(Int(readLine() ?? "") ?? 0)
}
values.sort()
for value in values {
    print(value)
}
