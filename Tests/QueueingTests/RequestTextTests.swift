import Queueing
import Testing

@Suite struct RequestTextTests {
    static func request(entry: String? = nil, notes: [String: String] = [:]) -> JudgingRequest {
        JudgingRequest(
            problem: .init(name: "hello", package: ContentDigest(rawValue: String(repeating: "a", count: 64))),
            language: "python3",
            files: [
                .init(
                    name: "h\"e\\l\u{1}lo \u{1F600}.py",
                    content: ContentDigest(rawValue: String(repeating: "b", count: 64))
                )
            ],
            entry: entry,
            options: .init(samplesOnly: true, allTests: true, timeLimitMilliseconds: 1500, memoryLimitBytes: 1 << 28),
            notes: notes
        )
    }

    @Test func `a request comes back as it was stored`() {
        for request in [Self.request(), Self.request(entry: "Main", notes: ["b": "2\n", "a": "1"])] {
            #expect(RequestText.decode(RequestText.encode(request)) == request)
        }
    }

    @Test(arguments: ["", "{", "null", "{}", "[1]", "{\"problem\":\"a\"}", String(repeating: "[", count: 100_000)])
    func `what is no request is none`(text: String) {
        #expect(RequestText.decode(text) == nil)
    }

    @Test func `what a newer version added is passed over`() {
        var text = RequestText.encode(Self.request())
        text.removeLast()
        #expect(RequestText.decode(text + #","later":{"a":[1,true,"A\/"]}}"#) == Self.request())
    }

    @Test func `bodies differ in whatever is judged, or how it waits, and not in their keys`() {
        let job = NewJob(Self.request())
        var others = [job, job, job, job, job]
        others[0].priority = 1
        others[1].labels = ["x"]
        others[2].notBefore = Timestamp(milliseconds: 5)
        others[3].request.files[0].name = "other.py"
        others[4].request.options.samplesOnly = false
        #expect(Set(others.map(\.bodyDigest) + [job.bodyDigest]).count == 6)
        var same = job
        same.idempotencyKey = "key"
        #expect(same.bodyDigest == job.bodyDigest)
    }

    @Test func `flaws of a job are told in one line`() {
        let job = NewJob(Self.request())
        #expect(job.flaw == nil)
        var flawed = [job, job, job, job, job]
        flawed[0].priority = 101
        flawed[1].tenant = ""
        flawed[2].idempotencyKey = "a\nb"
        flawed[3].labels = ["a b"]
        flawed[4].request.problem.package = ContentDigest(rawValue: "abc")
        for job in flawed {
            #expect(job.flaw?.contains("\n") == false)
        }
    }
}
