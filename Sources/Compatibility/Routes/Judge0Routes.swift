internal import Access
internal import HTTPServing
internal import Queueing
internal import Service

extension CompatibilityRoutes {
    /// Sixteen sources of Judge0's largest size, in Base64.
    private static let bodyLimit = 32 << 20

    /// Judge0's routes.
    static func judge0(_ context: ServiceContext) -> [Route] {
        let desk = Judge0Desk(desk: RunDesk(context: context))
        func answered(_ body: @escaping @Sendable (Call) throws -> Response) -> Route.Action {
            .blocking { call in try Judge0Desk.answering { try body(call) } }
        }
        return [
            Route(
                "POST",
                "/submissions",
                .scope(.submit),
                bodyLimit: bodyLimit,
                cost: 5,
                .deferred { try desk.create($0, $1) }
            ),
            Route(
                "POST",
                "/submissions/batch",
                .scope(.submit),
                bodyLimit: bodyLimit,
                cost: 20,
                answered(desk.createBatch)
            ),
            Route("GET", "/submissions/batch", .scope(.read), cost: 5, answered(desk.showBatch)),
            Route("GET", "/submissions/{token}", .scope(.read), answered(desk.show)),
            Route("DELETE", "/submissions/{token}", .scope(.submit), answered(desk.remove)),
            Route("GET", "/languages", .anyKey, answered { _ in try desk.languages(withArchived: false) }),
            Route("GET", "/languages/all", .anyKey, answered { _ in try desk.languages(withArchived: true) }),
            Route("GET", "/languages/{id}", .anyKey, answered(desk.language)),
            Route("GET", "/statuses", .anyKey, .atOnce { _ in Response(status: 200, json: Judge0Status.list) }),
            Route("GET", "/about", .anyKey, .atOnce { _ in desk.about() }),
            Route("GET", "/version", .anyKey, .atOnce { _ in desk.version() }),
            Route("GET", "/config_info", .anyKey, answered { _ in try desk.configuration() }),
            Route("GET", "/workers", .scope(.admin), answered { _ in try desk.workers() }),
            Route(
                "POST",
                "/authenticate",
                .anyKey,
                bodyLimit: 1024,
                mediaTypes: [],
                .atOnce { _ in Response(status: 200) }
            ),
            Route(
                "POST",
                "/authorize",
                .scope(.admin),
                bodyLimit: 1024,
                mediaTypes: [],
                .atOnce { _ in Response(status: 200) }
            ),
        ]
    }
}
