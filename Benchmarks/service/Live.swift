/// From sending a submission to its first event and to its verdict, one after the other, at somebody who follows it.
struct Live {
    let target: Target
    let rounds: Int

    func measure() throws(Failure) {
        var accepted = Times()
        var first = Times()
        var verdict = Times()
        let submitting = try Client(target)
        for round in -10..<rounds {
            let start = ContinuousClock.now
            let answer = try submitting.ask("POST", "/v1/submissions", json: Target.order(round))
            let isAccepted = ContinuousClock.now - start
            guard answer.status == 202, let id = answer.member("id") else { throw Failure(answer.text) }
            let following = try Client(target)
            try following.follow(id)
            var text = ""
            var isFirst: Duration?
            while !text.contains("event: finished\n") {
                let piece = try following.piece()
                guard !piece.isEmpty else { throw Failure("a stream has ended without a verdict: \(text)") }
                text += piece
                if isFirst == nil, text.contains("event: ") { isFirst = ContinuousClock.now - start }
            }
            let end = ContinuousClock.now - start
            guard text.contains(#""verdict":"AC""#) else { throw Failure("the verdict is wrong: \(text)") }
            // The first ones find everything cold.
            guard round >= 0, let isFirst else { continue }
            accepted.add(isAccepted)
            first.add(isFirst)
            verdict.add(end)
        }
        print("from POST to 202:             \(accepted.text)")
        print("from POST to the first event: \(first.text)")
        print("from POST to the verdict:     \(verdict.text)")
    }
}
