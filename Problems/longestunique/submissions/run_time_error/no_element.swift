// SIGILL: the library traps when an array has no such element.
let numbers: [Int] = []
print(numbers[CommandLine.arguments.count])
