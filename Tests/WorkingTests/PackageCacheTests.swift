import Core
import FoundationEssentials
import Linux
import Problems
import Queueing
import Testing

@testable import Working

struct PackageCacheTests {
    /// A directory of a test's own that is gone with it, in which packages can be made.
    private struct Scratch: ~Copyable {
        let path: String

        init() throws {
            path = "\(FileManager.default.temporaryDirectory.path)/assay-working-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit { ReadOnlyTree.remove(path) }

        /// A package with one test, whose answer is `answer`.
        borrowing func package(_ name: String, answer: String) throws -> String {
            let root = "\(path)/packages/\(name)"
            for directory in ["data/secret", "submissions/accepted"] {
                try FileManager.default.createDirectory(
                    atPath: "\(root)/\(directory)",
                    withIntermediateDirectories: true
                )
            }
            try write(
                "name: \(name)\nlimits: {time_limit: 1}\nproblem_format_version: 2023-07-draft\n",
                "\(root)/problem.yaml"
            )
            try write("1\n", "\(root)/data/secret/1.in")
            try write(answer, "\(root)/data/secret/1.ans")
            try write("print(1)\n", "\(root)/submissions/accepted/a.py")
            return root
        }

        /// The package as it lies in `queue`.
        borrowing func push(_ package: String, to queue: FakeQueue) throws -> ContentDigest {
            let zip = "\(path)/\(UUID().uuidString).zip"
            try PackagePacking.pack(package, into: zip)
            return try queue.put(try HostFile(path: zip))
        }

        borrowing func cache(_ limit: ByteCount = .mebibytes(1)) -> PackageCache {
            PackageCache(directory: "\(path)/cache", limit: limit)
        }

        private borrowing func write(_ text: String, _ file: String) throws {
            try HostFile.replace(file, with: Array(text.utf8))
        }
    }

    @Test func `a pushed package is judged by as the one it was made of, and without its submissions`() throws {
        let scratch = try Scratch()
        let queue = FakeQueue()
        let root = try scratch.package("sum", answer: "1\n")
        let original = try ProblemLoader().load(root)
        let digest = try scratch.push(root, to: queue)
        let cached = try scratch.cache().package(digest, from: queue)
        #expect(try cached.hash == original.packageHash())
        #expect(cached.problem.tests.map(\.name) == original.tests.map(\.name))
        #expect(HostDirectory.kind(of: cached.problem.directory + "/submissions") == nil)
        // The same package gives the same content.
        #expect(try scratch.push(root, to: queue) == digest)
    }

    @Test func `what is there is not fetched again, not even by another worker`() throws {
        let scratch = try Scratch()
        let queue = FakeQueue()
        let digest = try scratch.push(try scratch.package("sum", answer: "1\n"), to: queue)
        let (first, second) = (scratch.cache(), scratch.cache())
        for cache in [first, first, second] { _ = try cache.package(digest, from: queue) }
        #expect(queue.calls.count { $0 == "chunk" } == 1)
    }

    @Test func `a package that was damaged on disk is fetched again`() throws {
        let scratch = try Scratch()
        let queue = FakeQueue()
        let digest = try scratch.push(try scratch.package("sum", answer: "1\n"), to: queue)
        let hash: String
        do {
            let cached = try scratch.cache().package(digest, from: queue)
            hash = cached.hash
            let answer = cached.problem.directory + "/data/secret/1.ans"
            try HostWriting.setMode(cached.problem.directory + "/data/secret", 0o700)
            try HostFile.replace(answer, with: Array("2\n".utf8))
        }
        let again = try scratch.cache().package(digest, from: queue)
        #expect(again.hash == hash)
        #expect(queue.calls.count { $0 == "chunk" } == 2)
    }

    @Test func `where room is short, that goes which was used longest ago, and nothing that is in use`() throws {
        let scratch = try Scratch()
        let queue = FakeQueue()
        let digests = try ["a", "b", "c"].map { name in
            try scratch.push(try scratch.package(name, answer: "\(name)\n"), to: queue)
        }
        let cache = scratch.cache(ByteCount(1))
        let held = try cache.package(digests[0], from: queue)
        _ = try cache.package(digests[1], from: queue)
        _ = try cache.package(digests[2], from: queue)
        let kept = digests.map { HostDirectory.kind(of: cache.place(of: $0)) != nil }
        #expect(kept == [true, false, true])
        #expect(held.problem.tests.count == 1)
    }

    @Test func `nothing in an unpacked package can be written to by mistake`() throws {
        let scratch = try Scratch()
        let queue = FakeQueue()
        let digest = try scratch.push(try scratch.package("sum", answer: "1\n"), to: queue)
        let directory = try scratch.cache().package(digest, from: queue).problem.directory
        for path in ["", "/data", "/data/secret", "/data/secret/1.ans", "/problem.yaml"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: directory + path)
            let mode = try #require(attributes[.posixPermissions] as? Int)
            #expect(mode & 0o222 == 0, "\(path)")
        }
    }

    @Test func `what is no package is refused, and what is not there is the queue's failure`() throws {
        let scratch = try Scratch()
        let queue = FakeQueue()
        let digest = try queue.put(Array("no zip".utf8))
        #expect {
            _ = try scratch.cache().package(digest, from: queue)
        } throws: { error in
            guard case JudgingFailure.refused(let line) = error else { return false }
            return line.contains("this is no zip file")
        }
        let missing = ContentDigest(rawValue: String(repeating: "a", count: 64))
        #expect(throws: JudgingFailure.queue(.missingContent(missing))) {
            try scratch.cache().package(missing, from: queue)
        }
        #expect(HostDirectory.subdirectories(of: "\(scratch.path)/cache").isEmpty)
    }
}
