func integers() -> [Int] {
    (readLine() ?? "").split(separator: " ").compactMap { Int($0) }
}

func answer(_ numbers: [Int], sum: Int) -> String {
    var positions: [Int: Int] = [:]
    for (index, number) in numbers.enumerated() {
        if let other = positions[sum - number] {
            return "\(other) \(index + 1)"
        }
        positions[number] = index + 1
    }
    return "IMPOSSIBLE"
}

let sum = integers()[1]
print(answer(integers(), sum: sum))
