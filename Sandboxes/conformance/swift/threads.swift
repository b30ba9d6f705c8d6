import Dispatch
import Synchronization

let sum = Atomic(0)
DispatchQueue.concurrentPerform(iterations: 4) { number in
    for _ in 0..<1000 {
        sum.add(number, ordering: .relaxed)
    }
}
print(sum.load(ordering: .relaxed))
