public import Access
internal import HTTPServing
internal import Queueing

/// Who writes down what went wrong within us, and what was done by whom.
public protocol RequestJournal: Sendable {
    /// Something of ours has failed.
    func failure(_ detail: String, request: String)
    /// Somebody has done something that changes anything, and it was done.
    func action(_ name: String, _ subject: String, by identity: Identity, from address: String)
}

extension ServiceContext {
    /// Writes down what somebody has done.
    func note(_ action: String, _ subject: String, _ call: Call) {
        settings.journal.action(action, subject, by: call.identity, from: call.request.peer)
    }
}

extension Fault {
    /// What is told of any error: the one place where that is decided.
    ///
    /// What is wrong with us goes into the log, and not to whoever asked.
    init(_ error: any Error, id: String, journal: any RequestJournal) {
        switch error {
        case let fault as Fault: self = fault
        case let error as QueueError:
            self.init(error)
            if code == .internal || code == .queueUnavailable { journal.failure(error.description, request: id) }
        default:
            self.init(.internal, "something within the service has failed; its log has more under \(id)")
            journal.failure("\(error)", request: id)
        }
    }

    /// What is told of an error of the queue.
    init(_ error: QueueError) {
        switch error {
        case .full(let tenant, let limit, let wait):
            let seconds = max(1, Int(wait.components.seconds))
            self.init(
                tenant == nil ? .queueFull : .tenantFull,
                "\(limit) submissions wait, and no more may; come back in \(seconds) s",
                retryAfter: seconds
            )
        case .idempotencyConflict(let key, let job):
            self.init(.idempotencyConflict, "the key '\(key)' belongs to \(job), which was asked for with another body")
        case .unknownJob(let job): self.init(.notFound, "there is no submission \(job)")
        case .wrongState(let job, let state, let needed):
            self.init(.wrongState, "\(job) is \(state.rawValue); only \(needed) ones can be asked for that")
        case .invalid(let detail): self.init(.invalidField, detail)
        case .unavailable, .diskFull, .denied, .readOnly:
            self.init(
                .queueUnavailable,
                "the queue's database cannot be used now; come back in a moment",
                retryAfter: 2
            )
        case .lostLease, .missingContent, .damagedContent, .contentTooLarge, .unreadable, .schemaNewer, .damaged,
            .machinery:
            self.init(.internal, "something within the service has failed; its log has more")
        }
    }
}
