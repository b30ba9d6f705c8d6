// What a solution in Swift may do besides computing: threads, files, time, memory.
import Dispatch
import Foundation

while let line = readLine() { if line.isEmpty { continue } }
let lock = NSLock()
var sum = 0
DispatchQueue.concurrentPerform(iterations: 8) { number in
    let memory = [UInt8](repeating: 1, count: 1 << 22)
    lock.withLock { sum += number + Int(memory[9]) }
}
try "text".write(toFile: "/tmp/text", atomically: true, encoding: .utf8)
try FileManager.default.moveItem(atPath: "/tmp/text", toPath: "/tmp/other")
_ = try FileManager.default.contentsOfDirectory(atPath: "/tmp")
try FileManager.default.removeItem(atPath: "/tmp/other")
Thread.sleep(forTimeInterval: 0.001)
let number = await Task.detached { Int.random(in: 0..<9) }.value
var table: [Int: String] = [:]
for number in 0..<300_000 { table[number] = String(number) }
print("done", table.count, Date().timeIntervalSince1970 > 0, number >= 0)
