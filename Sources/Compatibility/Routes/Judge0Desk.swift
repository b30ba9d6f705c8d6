internal import Core
internal import HTTPServing
internal import Queueing
internal import Service
internal import Webhooks

/// Answers Judge0's clients.
struct Judge0Desk: Sendable {
    let desk: RunDesk
    /// How long `wait=true` waits; who waits longer asks again by the token.
    static let patience: Duration = .seconds(60)

    /// An answer, or what Judge0 says to what it cannot do.
    static func answering(_ body: () throws -> Response) throws -> Response {
        do {
            return try body()
        } catch let complaint as Judge0Complaint {
            return Response(status: complaint.status, json: complaint.body)
        } catch let fault as Fault {
            throw fault
        } catch let error as QueueError {
            guard case .full = error else { throw error }
            var response = Response(status: 503, json: Judge0Complaint(503, "queue is full").body)
            response.add("retry-after", "10")
            return response
        }
    }

    // MARK: Creating

    func create(_ call: Call, _ reply: Reply) throws {
        var isWaiting = false
        let answer = try Self.answering {
            let fields = try Judge0Fields(call.request.target["fields"])
            let languages = Judge0Languages(try desk.languages())
            let isBase64 = Self.flag("base64_encoded", of: call)
            let order = try order(try Self.body(of: call), isBase64, languages)
            guard let made = try desk.context.submit([desk.submission(order)], by: call).first else {
                throw Fault(.internal, "the queue made nothing of it")
            }
            guard Self.flag("wait", of: call) else { return Self.token(made.id) }
            isWaiting = true
            desk.context.whenEnded(made.id, within: Self.patience) { _ in
                let told = try? Self.answering {
                    try whole(made.id, call, fields, isBase64: isBase64, languages)
                }
                // What cannot be told as text now can be asked for by its token, in Base64.
                reply.send(told ?? Self.token(made.id))
            }
            return Self.token(made.id)
        }
        if !isWaiting { reply.send(answer) }
    }

    private func whole(
        _ id: JobID,
        _ call: Call,
        _ fields: Judge0Fields,
        isBase64: Bool,
        _ languages: Judge0Languages
    ) throws -> Response {
        guard let run = try desk.record(id.rawValue, for: call, withContents: Self.needsContents(fields)) else {
            throw Fault(.internal, "the run \(id) is not there any more")
        }
        do throws(Judge0Complaint) {
            let json = try Judge0Answer(run, isBase64: isBase64, languages: languages).json(fields)
            return Response(status: 201, json: json)
        } catch {
            let members: [JSONValue.Member] = [.init("token", .text(Judge0Token(id).text))] + (error.body.members ?? [])
            return Response(status: 201, json: .object(members))
        }
    }

    func createBatch(_ call: Call) throws -> Response {
        let languages = Judge0Languages(try desk.languages())
        let isBase64 = Self.flag("base64_encoded", of: call)
        let items = try Judge0Request.batch(try Self.body(of: call))
        var orders: [SubmissionOrder] = []
        var faults: [Int: JSONValue] = [:]
        for (place, item) in items.enumerated() {
            do throws(Judge0Complaint) {
                let order = try order(item, isBase64, languages)
                orders.append(desk.submission(order))
            } catch {
                faults[place] = error.body
            }
        }
        let limit = try desk.context.charge(forBatch: orders.count, to: call)
        var made = try orders.isEmpty ? [] : desk.context.submit(orders, by: call)[...]
        let answers = items.indices.map { place -> JSONValue in
            if let fault = faults[place] { return fault }
            return .object(["token": .text(made.popFirst().map { Judge0Token($0.id).text } ?? "")])
        }
        return Response(status: 201, json: .list(answers), fields: limit)
    }

    // MARK: Showing

    func show(_ call: Call) throws -> Response {
        let fields = try Judge0Fields(call.request.target["fields"])
        let languages = Judge0Languages(try desk.languages())
        guard let json = try self.json(call["token"], call, fields, languages) else {
            return Response(status: 404, json: Judge0Complaint(404, "there is no such submission").body)
        }
        return Response(status: 200, json: json)
    }

    func showBatch(_ call: Call) throws -> Response {
        let tokens = (call.request.target["tokens"] ?? "").split(separator: ",").map(String.init)
        guard (1...20).contains(tokens.count) else {
            throw Judge0Complaint(400, "number of submissions in a batch should be between 1 and 20")
        }
        let fields = try Judge0Fields(call.request.target["fields"])
        let languages = Judge0Languages(try desk.languages())
        let items = try tokens.map { try json($0, call, fields, languages) ?? .null }
        return Response(status: 200, json: .object(["submissions": .list(items)]))
    }

    private func json(
        _ token: String,
        _ call: Call,
        _ fields: Judge0Fields,
        _ languages: Judge0Languages
    ) throws -> JSONValue? {
        let id = Judge0Token(reading: token).id.rawValue
        guard let run = try desk.record(id, for: call, withContents: Self.needsContents(fields)) else { return nil }
        let isBase64 = Self.flag("base64_encoded", of: call)
        return try Judge0Answer(run, isBase64: isBase64, languages: languages).json(fields)
    }

    func remove(_ call: Call) throws -> Response {
        throw Judge0Complaint(400, "delete not allowed: submissions are kept as long as the queue keeps them")
    }

    // MARK: Telling of itself

    func languages(withArchived: Bool) throws -> Response {
        Response(status: 200, json: Judge0Languages(try desk.languages()).list(withArchived: withArchived))
    }

    func language(_ call: Call) throws -> Response {
        guard let id = Int(call["id"]), let details = Judge0Languages(try desk.languages()).details(id) else {
            return Response(status: 404, json: Judge0Complaint(404, "there is no such language").body)
        }
        return Response(status: 200, json: details)
    }

    func about() -> Response {
        Response(status: 200, json: Judge0Information.about(assay: desk.context.settings.version))
    }

    func version() -> Response {
        var response = Response(status: 200, body: Array(Judge0Information.version.utf8))
        response.add("content-type", "text/plain; charset=utf-8")
        return response
    }

    func configuration() throws -> Response {
        let room = desk.context.queue.settings.depth.total
        let sends = desk.context.settings.webhooks != nil
        return Response(
            status: 200,
            json: Judge0Information.configuration(queueLength: room, sendsCallbacks: sends)
        )
    }

    func workers() throws -> Response {
        let queue = try desk.context.queue.statistics()
        let slots = queue.slots
        let busy = queue.workers.reduce(0) { $0 + $1.running }
        return Response(
            status: 200,
            json: .list([
                .object([
                    "queue": .text("default"),
                    "size": .number(queue.count(.queued)),
                    "available": .number(slots),
                    "idle": .number(max(0, slots - busy)),
                    "working": .number(busy),
                    "paused": .number(queue.workers.count { $0.state == .draining }),
                    "failed": .number(queue.count(.dead)),
                ])
            ])
        )
    }

    // MARK: Reading

    /// An order that can be carried out: who waits for a callback must not be left waiting.
    private func order(
        _ body: JSONValue,
        _ isBase64: Bool,
        _ languages: Judge0Languages
    ) throws(Judge0Complaint) -> RunOrder {
        let order = try Judge0Request.order(body, isBase64: isBase64, languages: languages)
        guard let callback = order.callback else { return order }
        guard let webhooks = desk.context.settings.webhooks else {
            throw Judge0Complaint(fields: [("callback_url", "callbacks are not sent here: ask by the token")])
        }
        do throws(EndpointFlaw) {
            _ = try EndpointURL(callback, allowsPlain: webhooks.allowsPlain)
        } catch {
            throw Judge0Complaint(fields: [("callback_url", "\(error)")])
        }
        return order
    }

    private static func token(_ id: JobID) -> Response {
        Response(status: 201, json: .object(["token": .text(Judge0Token(id).text)]))
    }

    private static func flag(_ name: String, of call: Call) -> Bool { call.request.target[name] == "true" }

    private static func needsContents(_ fields: Judge0Fields) -> Bool {
        fields.wants("source_code") || fields.wants("stdin")
    }

    private static func body(of call: Call) throws(Judge0Complaint) -> JSONValue {
        do throws(JSONFlaw) {
            return try JSONValue(parsing: call.request.body)
        } catch {
            throw Judge0Complaint(400, "the body is no JSON: \(error.message), behind \(error.offset) bytes")
        }
    }
}
