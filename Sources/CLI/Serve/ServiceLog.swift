internal import Service
internal import Working

/// The service's log: what failed, and who did what; never keys, sources, or what programs wrote.
struct ServiceLog: RequestJournal {
    let log: WorkerLog

    func failure(_ detail: String, request: String) {
        log.say("request-failed", ["request": .text(request), "reason": .text(detail)], level: .error)
    }

    func action(_ name: String, _ subject: String, by keyID: String, tenant: String) {
        log.say(
            "action",
            ["action": .text(name), "subject": .text(subject), "key": .text(keyID), "tenant": .text(tenant)]
        )
    }
}
