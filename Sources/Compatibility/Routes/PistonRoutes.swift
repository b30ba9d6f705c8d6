internal import Access
internal import HTTPServing
internal import Queueing
internal import Service

extension CompatibilityRoutes {
    /// Piston's routes, at both places at which it is reached.
    static func piston(_ context: ServiceContext) -> [Route] {
        let desk = PistonDesk(desk: RunDesk(context: context))
        return ["/api/v2", "/api/v2/piston"].flatMap { base in
            [
                Route("GET", base + "/runtimes", .anyKey, cost: 2, .blocking { _ in try desk.runtimes() }),
                Route(
                    "POST",
                    base + "/execute",
                    .scope(.submit),
                    bodyLimit: 32 << 20,
                    cost: 5,
                    .deferred { try desk.execute($0, $1) }
                ),
            ]
        }
    }
}

/// Answers Piston's clients.
struct PistonDesk: Sendable {
    let desk: RunDesk

    func runtimes() throws -> Response { Response(status: 200, json: PistonRuntimes(try desk.languages()).list) }

    func execute(_ call: Call, _ reply: Reply) throws {
        do {
            try begin(call, reply)
        } catch let complaint as PistonComplaint {
            reply.send(Response(status: complaint.status, json: complaint.body))
        }
    }

    private func begin(_ call: Call, _ reply: Reply) throws {
        let body: JSONValue
        do throws(JSONFlaw) {
            body = try JSONValue(parsing: call.request.body)
        } catch {
            throw PistonComplaint(400, "the body is no JSON: \(error.message), behind \(error.offset) bytes")
        }
        let (order, runtime) = try PistonRequest.order(body, runtimes: PistonRuntimes(try desk.languages()))
        guard let made = try desk.context.submit([desk.submission(order)], by: call).first else {
            throw Fault(.internal, "the queue made nothing of it")
        }
        // A request stays open as long as compiling and the run may take, and a while for its turn.
        let patience: Duration = .seconds(order.bounds.wall + 60)
        desk.context.whenEnded(made.id, within: patience) { job in
            reply.send(ending(made.id, job, call, runtime))
        }
    }

    private func ending(_ id: JobID, _ job: Job?, _ call: Call, _ runtime: PistonRuntimes.Runtime) -> Response {
        let record = try? job.flatMap { try RunRecord($0, from: desk.context.queue, withContents: false) }
        if let result = record?.result {
            return Response(status: 200, json: PistonAnswer.json(result, runtime: runtime))
        }
        if job?.state.isEnd ?? false {
            return Response(status: 500, json: PistonComplaint(500, "the run \(id) could not be carried out").body)
        }
        // Nobody asks for it any more: whoever comes back sends it anew.
        _ = try? desk.context.queue.cancel(id)
        var response = Response(status: 503, json: PistonComplaint(503, "the run \(id) has not had its turn").body)
        response.add("retry-after", "10")
        return response
    }
}
