// Traps (SIGILL or SIGTRAP) at the first number that leaves 32 bits.
let numbers = (readLine() ?? "").split(separator: " ").compactMap { Int($0) }
print(numbers.map { Int32($0) }.reduce(0, +))
