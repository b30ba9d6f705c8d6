/// What a thousand streams of events take of memory, and how soon all of them are told.
struct Streams {
    let target: Target
    let count: Int

    func measure() throws(Failure) {
        let client = try Client(target)
        // No worker has that label: it waits for as long as we like.
        let order = #"{"language":"python3","files":{"a.py":"print(1)"},"labels":["nobody:has"]}"#
        let made = try client.ask("POST", "/v1/submissions", json: order)
        guard made.status == 202, let id = made.member("id") else { throw Failure(made.text) }
        let before = target.resident
        var readers: [(client: Client, text: String)] = []
        for _ in 0..<count {
            let reader = try Client(target)
            try reader.follow(id)
            readers.append((reader, ""))
        }
        try awaitEvent("queued", &readers)
        let during = target.resident
        let start = ContinuousClock.now
        guard try client.ask("DELETE", "/v1/submissions/\(id)").status == 202 else { throw Failure("not cancelled") }
        try awaitEvent("cancelled", &readers)
        let told = (ContinuousClock.now - start) / .milliseconds(1)
        print("\(count) streams: \(Int(during)) MiB resident, \(Int(before)) before; all told within \(Int(told)) ms")
    }

    private func awaitEvent(_ name: String, _ readers: inout [(client: Client, text: String)]) throws(Failure) {
        for place in readers.indices {
            while !readers[place].text.contains("event: \(name)\n") {
                let piece = try readers[place].client.piece()
                guard !piece.isEmpty else { throw Failure("a stream has ended before '\(name)'") }
                readers[place].text += piece
            }
        }
    }
}
