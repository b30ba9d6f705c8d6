internal import Linux
public import Queueing

/// Moments as the API has them.
enum Moments {
    static func json(_ moment: Timestamp?) -> JSONValue {
        moment.map { .text(Clock.utc(millisecondsSince1970: $0.milliseconds)) } ?? .null
    }
}

/// A submission as JSON.
public enum SubmissionView {
    /// The submission as `viewer` may see it.
    ///
    /// - Parameters:
    ///   - job: The job.
    ///   - report: Its report, as it is stored; nil: it has none.
    ///   - isListed: Whether it is an item of a list, which has neither report nor attempts.
    ///   - viewer: Whose eyes it is for.
    /// - Returns: An object.
    public static func json(_ job: Job, report: JSONValue?, isListed: Bool = false, for viewer: Viewer) -> JSONValue {
        let new = job.submitted
        let request = new.request
        var members: [JSONValue.Member] = [
            .init("id", .text(job.id.rawValue)),
            .init("state", .text(job.state.rawValue)),
        ]
        if !isListed {
            members.append(.init("attempts", .number(job.attempts.count + (job.state == .running ? 1 : 0))))
        }
        members += [
            .init("verdict", .text(orNull: job.verdict)),
            .init("problem", request.run == nil ? .text(request.problem.name) : .null),
            .init("language", .text(request.language)),
            .init("files", .texts(request.files.map(\.name))),
            .init("entry", .text(orNull: request.entry)),
            .init("tenant", .text(new.tenant)),
            .init("priority", .number(new.priority)),
            .init("cancelling", .flag(job.isCancellationRequested)),
            .init("rejudges", .text(orNull: new.rejudges?.rawValue)),
            .init("createdAt", Moments.json(job.createdAt)),
            .init("startedAt", Moments.json(job.startedAt)),
            .init("endedAt", Moments.json(job.endedAt)),
        ]
        if viewer == .admin { members += secrets(job, isListed) }
        if !isListed { members.append(.init("report", report.map { Visibility.report($0, for: viewer) } ?? .null)) }
        return .object(members)
    }

    /// What is an admin's to know.
    private static func secrets(_ job: Job, _ isListed: Bool) -> [JSONValue.Member] {
        let new = job.submitted
        var members: [JSONValue.Member] = [
            .init("package", new.request.run == nil ? .text(new.request.problem.package.rawValue) : .null),
            .init("labels", .texts(new.labels.labels)),
            .init("key", .text(orNull: new.idempotencyKey)),
            .init("worker", .text(orNull: job.worker?.rawValue)),
            .init("deathReason", .text(orNull: job.deathReason)),
        ]
        guard !isListed else { return members }
        let attempts = job.attempts.map { attempt in
            JSONValue.object([
                "number": .number(attempt.number),
                "worker": .text(attempt.workerName),
                "startedAt": Moments.json(attempt.startedAt),
                "endedAt": Moments.json(attempt.endedAt),
                "ending": .text(attempt.ending.rawValue),
                "reason": .text(attempt.reason),
            ])
        }
        members.append(.init("attemptLog", .list(attempts)))
        return members
    }
}
