extension OpenAPI {
    /// What can be done about webhooks.
    static let webhooks: [Operation] = [
        .init(
            method: "POST",
            path: "/v1/webhooks",
            id: "createWebhook",
            summary: "Has submissions' ends told",
            scope: "submit",
            body: "WebhookOrder",
            answers: [(201, "It is told of all that end from now on.", "WebhookEndpoint")],
            faults: [413, 415, 422]
        ),
        .init(
            method: "GET",
            path: "/v1/webhooks",
            id: "listWebhooks",
            summary: "Webhooks of this key; of all, for an admin",
            scope: "submit",
            parameters: ["Limit", "AfterWebhook", "Tenant"],
            answers: [(200, "A part of the list.", "WebhookList")]
        ),
        .init(
            method: "GET",
            path: "/v1/webhooks/{id}",
            id: "getWebhook",
            summary: "A webhook, with what signs its messages",
            scope: "submit",
            parameters: ["WebhookID"],
            answers: [(200, "The webhook.", "WebhookEndpoint")],
            faults: [404]
        ),
        .init(
            method: "DELETE",
            path: "/v1/webhooks/{id}",
            id: "deleteWebhook",
            summary: "Has nothing told there any more, and forgets its messages",
            scope: "submit",
            parameters: ["WebhookID"],
            answers: [(204, "It is gone.", nil)],
            faults: [404]
        ),
        .init(
            method: "POST",
            path: "/v1/webhooks/{id}:enable",
            id: "enableWebhook",
            summary: "Has a webhook told again that had answered 410",
            scope: "submit",
            parameters: ["WebhookID"],
            answers: [(200, "The webhook.", "WebhookEndpoint")],
            faults: [404]
        ),
        .init(
            method: "GET",
            path: "/v1/webhooks/deliveries",
            id: "listDeliveries",
            summary: "Messages, the newest first",
            scope: "read",
            parameters: ["Limit", "After", "DeliveryState", "OfWebhook", "OfSubmission", "Tenant"],
            answers: [(200, "A part of the list.", "DeliveryList")]
        ),
        .init(
            method: "GET",
            path: "/v1/webhooks/deliveries/{id}",
            id: "getDelivery",
            summary: "A message, with every try",
            scope: "read",
            parameters: ["DeliveryID"],
            answers: [(200, "The message.", "Delivery")],
            faults: [404]
        ),
        .init(
            method: "POST",
            path: "/v1/webhooks/deliveries/{id}/replay",
            id: "replayDelivery",
            summary: "Sends a message again, whatever its state",
            scope: "submit",
            parameters: ["DeliveryID"],
            answers: [(202, "It is sent in a moment.", "Replayed")],
            faults: [404, 409, 422]
        ),
        .init(
            method: "POST",
            path: "/v1/webhooks/deliveries:replay",
            id: "replayDeliveries",
            summary: "Sends messages again; those that were given up, if no state is named",
            scope: "submit",
            body: "Replay",
            answers: [(202, "They are sent in a moment.", "Replayed")],
            faults: [413, 415, 422]
        ),
    ]

    /// Parameters of these, to follow the others.
    static let webhookParameters = #"""
        {"WebhookID":{"name":"id","in":"path","required":true,"schema":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f/]+$"},"example":"ep_k3xq7p2mk3xq7p2m"},
        "DeliveryID":{"name":"id","in":"path","required":true,"schema":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f/]+$"},"example":"msg_0123456789abcdef01234567"},
        "DeliveryState":{"name":"state","in":"query","schema":{"type":"string","enum":["waiting","delivered","dead"]}},
        "OfWebhook":{"name":"endpoint","in":"query","description":"To this webhook.","schema":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"}},
        "OfSubmission":{"name":"submission","in":"query","description":"Of this submission.","schema":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"}}}
        """#

    /// Schemas of these, to follow the others.
    static let webhookSchemas = #"""
        {"WebhookEvent":{"type":"string","enum":["submission.finished","submission.dead","submission.cancelled"]},
        "WebhookOrder":{"type":"object","additionalProperties":false,"required":["url"],"properties":{"url":{"type":"string","format":"uri","maxLength":2000},"events":{"type":["array","null"],"minItems":1,"maxItems":10,"items":{"$ref":"#/components/schemas/WebhookEvent"}},"tenant":{"type":["string","null"]},"key":{"type":["string","null"],"minLength":1}},"example":{"url":"https://example.org/verdicts","events":["submission.finished"]}},
        "WebhookEndpoint":{"type":"object","required":["id","url","tenant","key","events","single","disabled","createdAt"],"properties":{"id":{"type":"string"},"url":{"type":"string"},"tenant":{"type":"string"},"key":{"type":["string","null"]},"events":{"type":"array","items":{"$ref":"#/components/schemas/WebhookEvent"}},"single":{"type":"boolean"},"disabled":{"type":["string","null"]},"createdAt":{"type":"string","format":"date-time"},"secret":{"type":"string"}}},
        "WebhookList":{"type":"object","required":["items","next"],"properties":{"items":{"type":"array","items":{"$ref":"#/components/schemas/WebhookEndpoint"}},"next":{"type":["string","null"]}}},
        "Delivery":{"type":"object","required":["id","endpoint","host","tenant","submission","type","state","at","attempts","dueAt","status","error"],"properties":{"id":{"type":"string"},"endpoint":{"type":"string"},"host":{"type":"string"},"tenant":{"type":"string"},"submission":{"type":"string"},"type":{"$ref":"#/components/schemas/WebhookEvent"},"state":{"type":"string","enum":["waiting","delivered","dead"]},"at":{"type":"string","format":"date-time"},"attempts":{"type":"integer"},"dueAt":{"type":["string","null"],"format":"date-time"},"status":{"type":["integer","null"]},"error":{"type":["string","null"]},"log":{"type":"array","items":{"type":"object","required":["number","at","seconds","status","error"],"properties":{"number":{"type":"integer"},"at":{"type":"string","format":"date-time"},"seconds":{"type":"number"},"status":{"type":["integer","null"]},"error":{"type":["string","null"]}}}}}},
        "DeliveryList":{"type":"object","required":["items","next"],"properties":{"items":{"type":"array","items":{"$ref":"#/components/schemas/Delivery"}},"next":{"type":["string","null"]}}},
        "Replay":{"type":"object","additionalProperties":false,"properties":{"state":{"type":["string","null"],"enum":["waiting","delivered","dead",null]},"endpoint":{"type":["string","null"]},"submission":{"type":["string","null"]},"limit":{"type":["integer","null"],"minimum":1,"maximum":1000}},"example":{"state":"dead"}},
        "Replayed":{"type":"object","required":["replayed"],"properties":{"replayed":{"type":"integer"}},"example":{"replayed":1}}}
        """#
}
