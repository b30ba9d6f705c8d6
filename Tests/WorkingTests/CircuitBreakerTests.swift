import Testing

@testable import Working

struct CircuitBreakerTests {
    @Test func `the same failure again and again ends the worker, and only a success begins anew`() {
        var breaker = CircuitBreaker(limit: 3)
        var isOver: [Bool] = []
        for kind in ["mount", "clone", "mount", nil, "mount", "clone", "mount", "clone", "mount"] {
            if let kind { isOver.append(breaker.count(kind)) } else { breaker.reset() }
        }
        #expect(isOver == [false, false, false, false, false, false, false, true])
    }
}
