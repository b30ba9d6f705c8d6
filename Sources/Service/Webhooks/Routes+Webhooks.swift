internal import Access
internal import HTTPServing
internal import Webhooks

extension Routes {
    /// Who is told of submissions' ends, and what became of that; none where there are no webhooks.
    static func webhooks(_ context: ServiceContext) -> [Route] {
        guard let store = context.settings.webhooks?.store else { return [] }
        let endpoints = EndpointRoutes(context: context, store: store)
        let deliveries = DeliveryRoutes(context: context, store: store)
        return [
            Route("POST", "/v1/webhooks", .scope(.submit), bodyLimit: 1 << 16, .blocking { try endpoints.create($0) }),
            Route("GET", "/v1/webhooks", .scope(.submit), .blocking { try endpoints.list($0) }),
            Route("GET", "/v1/webhooks/{id}", .scope(.submit), .blocking { try endpoints.show($0) }),
            Route("DELETE", "/v1/webhooks/{id}", .scope(.submit), .blocking { try endpoints.remove($0) }),
            Route("POST", "/v1/webhooks/{id}:enable", .scope(.submit), .blocking { try endpoints.enable($0) }),
            Route("GET", "/v1/webhooks/deliveries", .scope(.read), cost: 5, .blocking { try deliveries.list($0) }),
            Route("GET", "/v1/webhooks/deliveries/{id}", .scope(.read), .blocking { try deliveries.show($0) }),
            Route(
                "POST",
                "/v1/webhooks/deliveries/{id}/replay",
                .scope(.submit),
                .blocking { try deliveries.replayOne($0) }
            ),
            Route(
                "POST",
                "/v1/webhooks/deliveries:replay",
                .scope(.submit),
                bodyLimit: 1 << 16,
                cost: 10,
                .blocking { try deliveries.replayMany($0) }
            ),
        ]
    }
}
