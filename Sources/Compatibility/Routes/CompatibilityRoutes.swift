internal import Access
internal import Core
internal import HTTPServing
internal import Languages
internal import Queueing
public import Service

/// The routes of other systems' APIs, beside those of `/v1`.
public enum CompatibilityRoutes {
    /// All of them, for a service with these parts.
    ///
    /// Each is also there with a slash behind it, as in the documentation of Judge0 and in clients of Piston.
    public static func all(_ context: ServiceContext) -> [Route] {
        (judge0(context) + piston(context)).flatMap { [$0, $0.withSlash] }
    }
}

/// What the routes of both have in common: runs go in and come out.
struct RunDesk: Sendable {
    let context: ServiceContext

    /// The languages as they are offered now.
    func languages() throws -> [OfferedLanguage] {
        var offered: Set<String> = []
        var versions: [String: String] = [:]
        for worker in try context.queue.workers() where worker.state == .ready || worker.state == .starting {
            for label in worker.labels.labels {
                if label.hasPrefix("language:") { offered.insert(String(label.dropFirst("language:".count))) }
                let parts = label.split(separator: "=", maxSplits: 1)
                if parts.count == 2, parts[0].hasPrefix("version:") {
                    versions[String(parts[0].dropFirst("version:".count))] = String(parts[1])
                }
            }
        }
        return context.settings.catalog.profiles.map { profile in
            let id = profile.id.rawValue
            return OfferedLanguage(profile: profile, version: versions[id], isAvailable: offered.contains(id))
        }
    }

    /// The order as the service takes it.
    func submission(_ order: RunOrder) -> SubmissionOrder {
        var submission = SubmissionOrder(
            files: order.files.map { .init(name: $0.name, content: $0.content) },
            language: order.language.rawValue
        )
        submission.entry = order.entry
        submission.input = order.input
        submission.arguments = order.arguments
        submission.timeMilliseconds = max(1, Int(order.bounds.time * 1000))
        submission.wallMilliseconds = max(1, Int(order.bounds.wall * 1000))
        submission.memoryBytes = order.bounds.memory.bytes
        submission.outputBytes = order.bounds.output.bytes
        submission.notes = order.notes
        submission.webhook = order.callback.map { .init(url: $0, style: Judge0Callback.style) }
        return submission
    }

    /// A run as it stands; nil: there is none, or none that was ordered here.
    ///
    /// - Parameters:
    ///   - id: What it is called.
    ///   - call: Who asks.
    ///   - withContents: Whether its source and its input are read, too.
    /// - Returns: The run.
    /// - Throws: What the queue throws.
    func record(_ id: String, for call: Call, withContents: Bool) throws -> RunRecord? {
        do {
            return try RunRecord(try context.job(id, for: call), from: context.queue, withContents: withContents)
        } catch let fault as Fault where fault.code == .notFound {
            return nil
        }
    }
}

extension Route {
    fileprivate var withSlash: Route {
        Route(method, path + "/", admittance, bodyLimit: bodyLimit, mediaTypes: mediaTypes, cost: cost, action)
    }
}
