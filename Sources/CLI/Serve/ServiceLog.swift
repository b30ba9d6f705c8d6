internal import Access
internal import Queueing
internal import Service
internal import Working

/// The service's log: what failed, and who did what; never keys, sources, or what programs wrote.
struct ServiceLog: RequestJournal {
    let log: WorkerLog
    let audit: AuditLog
    let clock: any QueueClock

    func failure(_ detail: String, request: String) {
        log.say("request-failed", ["request": .text(request), "reason": .text(detail)], level: .error)
    }

    func action(_ name: String, _ subject: String, by identity: Identity, from address: String) {
        audit.add(
            AuditEntry(
                at: clock.now(),
                actor: identity.keyID,
                tenant: identity.tenant,
                action: name,
                object: subject,
                address: address
            )
        )
        log.say(
            "action",
            [
                "action": .text(name), "subject": .text(subject), "key": .text(identity.keyID),
                "tenant": .text(identity.tenant),
            ]
        )
    }
}
