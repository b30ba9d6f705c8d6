internal import Access
internal import HTTPServing
internal import Queueing

extension Routes {
    /// Enqueues what is in a batch, all of it or nothing.
    static func submitAll(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow()
        // One key for all of them would say nothing of each; to pass over it would have a repetition judged twice.
        if call.request.count(of: "idempotency-key") > 0 {
            throw Fault(.invalidParameter, "a batch takes no Idempotency-Key; give each item its \"idempotencyKey\"")
        }
        var reader = try BodyReader(body: call.request.body)
        guard let items = reader.value("items")?.items, (1...1000).contains(items.count) else {
            throw Fault(.invalidField, "items must be a list of 1 to 1000 submissions", at: "/items")
        }
        try reader.finish()
        var orders: [SubmissionOrder] = []
        for (place, item) in items.enumerated() {
            var reader = try BodyReader(item, at: "/items/\(place)")
            let key = try reader.text("idempotencyKey")
            if let key, !isIdempotencyKey(key) {
                throw Fault(.invalidField, idempotencyKeyRule, at: reader.pointer("idempotencyKey"))
            }
            var order = try SubmissionOrder(&reader, by: call.identity)
            try reader.finish()
            order.key = key
            orders.append(order)
        }
        let limit = try context.charge(forBatch: orders.count, to: call)
        let made: [Enqueued]
        do {
            made = try context.submit(orders, by: call)
        } catch QueueError.idempotencyConflict(let key, let job) {
            throw try conflict(of: key, with: job, in: orders, context)
        }
        return Response(
            status: 202,
            json: .object(["items": .list(try made.map { try accepted($0, context) })]),
            fields: limit
        )
    }

    /// Which item of a batch has a key that belongs to another body; nothing of the batch was kept.
    private static func conflict(
        of key: String,
        with job: JobID,
        in orders: [SubmissionOrder],
        _ context: ServiceContext
    ) throws -> Fault {
        let places = orders.indices.filter { orders[$0].key == key }
        guard try context.queue.job(job) == nil, let first = places.first, let last = places.last, first != last else {
            var fault = Fault(QueueError.idempotencyConflict(key: key, job: job))
            fault.at = places.first.map { "/items/\($0)/idempotencyKey" }
            return fault
        }
        return Fault(
            .idempotencyConflict,
            "the key '\(key)' is that of item \(first), too, which has another body",
            at: "/items/\(last)/idempotencyKey"
        )
    }
}
