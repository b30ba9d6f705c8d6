internal import Core
internal import HTTPServing
internal import Languages
internal import Queueing

extension Routes {
    /// The languages.
    static func languages(_ context: ServiceContext) -> [Route] {
        [Route("GET", "/v1/languages", .anyKey, cost: 2, .blocking { try list($0, context) })]
    }

    private static func list(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow()
        var offered: Set<String> = []
        for worker in try context.queue.workers() where worker.state == .ready {
            for label in worker.labels.labels where label.hasPrefix("language:") {
                offered.insert(String(label.dropFirst("language:".count)))
            }
        }
        let items = context.settings.catalog.profiles.map { profile in
            JSONValue.object([
                "id": .text(profile.id.rawValue),
                "name": .text(profile.name),
                "aliases": .texts(profile.aliases),
                "extensions": .texts(profile.extensions),
                "available": .flag(offered.contains(profile.id.rawValue)),
            ])
        }
        return Response(status: 200, json: .object(["items": .list(items)]))
    }
}
