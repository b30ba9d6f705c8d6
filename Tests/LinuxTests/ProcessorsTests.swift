import Linux
import Testing

@Suite struct ProcessorsTests {
    @Test(
        arguments: [
            ("0-3,8\n", [0, 1, 2, 3, 8]), ("5", [5]), ("", []), ("0,2,4-5", [0, 2, 4, 5]), ("3-1", nil), ("a", nil),
            ("1-2-3", nil), ("-1", nil),
        ] as [(String, [Int]?)]
    )
    func `a list of the kernel's is read`(text: String, processors: [Int]?) {
        #expect(Processors.list(text) == processors)
    }

    @Test func `a thread runs where it is bound`() async throws {
        let allowed = Processors.allowed
        #expect(!allowed.isEmpty)
        await #expect(processExitsWith: .success) {
            guard let last = Processors.allowed.last else { HostEnvironment.exitNow(1) }
            try Processors.bind(to: last)
            HostEnvironment.exitNow(Processors.allowed == [last] ? 0 : 2)
        }
    }

    @Test(arguments: [-1, 100_000]) func `no processor has such a number`(number: Int) {
        #expect(throws: Errno.invalid) { try Processors.bind(to: number) }
    }
}
