import Core
import Dispatch
import SandboxTesting
import Sandboxing
import Synchronization
import Testing

extension HostileSuites {
    /// A run that is called off while what it is to read is copied.
    @Suite
    struct RevokedInputTests {
        /// Sixteen MiB, of which the first piece is held back until it is let go.
        private final class HeldBytes: ByteSource {
            let byteCount = 16 << 20
            let gate = DispatchSemaphore(value: 0)
            private let reads = Mutex(0)
            private let began: AsyncStream<Void>.Continuation

            init(_ began: AsyncStream<Void>.Continuation) { self.began = began }

            var count: Int { reads.withLock { $0 } }

            func read(from offset: Int, upTo limit: Int) -> [UInt8] {
                let isFirst = reads.withLock { reads in
                    reads += 1
                    return reads == 1
                }
                if isFirst {
                    began.yield()
                    gate.wait()
                }
                return [UInt8](repeating: 32, count: min(limit, byteCount - offset))
            }
        }

        @Test
        func `no more of a large input is copied once the run is called off`() async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let program = HostileProgram("Time/sleep", meets: .isStopped(.cancelled))
            let artifact = try await program.kept(by: sandbox)
            let (begins, began) = AsyncStream.makeStream(of: Void.self)
            let input = HeldBytes(began)
            var command = program.command(artifact)
            command.input = input
            let run = Task { [command] in try await sandbox.run(command) }
            for await _ in begins { break }
            run.cancel()
            input.gate.signal()
            #expect(try await run.value.stop == .cancelled)
            #expect(input.count == 1)
            // The slot goes on.
            let next = HostileProgram.quiet
            #expect(try await sandbox.run(next.command(next.kept(by: sandbox))).stop == nil)
        }
    }
}
