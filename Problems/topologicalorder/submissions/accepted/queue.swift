func pair() -> (Int, Int) {
    let numbers = (readLine() ?? "").split(separator: " ").compactMap { Int($0) }
    return (numbers[0], numbers[1])
}

let (n, m) = pair()
var after = [[Int]](repeating: [], count: n + 1)
var waiting = [Int](repeating: 0, count: n + 1)
for _ in 0..<m {
    let (a, b) = pair()
    after[a].append(b)
    waiting[b] += 1
}
var order = (1...n).filter { waiting[$0] == 0 }
var done = 0
while done < order.count {
    for other in after[order[done]] {
        waiting[other] -= 1
        if waiting[other] == 0 {
            order.append(other)
        }
    }
    done += 1
}
print(order.count == n ? order.map { String($0) }.joined(separator: "\n") : "IMPOSSIBLE")
