import Testing

@testable import Working

struct CircuitBreakerTests {
    @Test func `the same failure in a row ends the worker, and another kind or a success begins anew`() {
        var breaker = CircuitBreaker(limit: 3)
        var isOver: [Bool] = []
        for kind in ["mount", "mount", "clone", "mount", nil, "mount", "mount", "mount"] {
            if let kind { isOver.append(breaker.count(kind)) } else { breaker.reset() }
        }
        #expect(isOver == [false, false, false, false, false, false, true])
    }
}
