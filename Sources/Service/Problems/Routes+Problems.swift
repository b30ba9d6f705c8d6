internal import Access
internal import Core
internal import HTTPServing
internal import Problems
internal import Queueing
internal import Working

extension Routes {
    /// Problems, and what candidates may see of them.
    static func problems(_ context: ServiceContext) -> [Route] {
        [
            Route(
                "POST",
                "/v1/problems",
                .scope(.admin),
                bodyLimit: 128 << 20,
                mediaTypes: ["application/zip"],
                cost: 20,
                .blocking { try push($0, context) }
            ),
            Route("GET", "/v1/problems", .anyKey, cost: 2, .blocking { try list($0, context) }),
            Route("GET", "/v1/problems/{name}", .anyKey, .blocking { try show($0, context) }),
        ]
    }

    private static func push(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow("name")
        let pushed = try PackageIntake(context).push(call.request.body, as: call.request.target["name"])
        context.note("problem.push", pushed.name, call)
        var response = Response(
            status: 201,
            json: .object([
                "name": .text(pushed.name),
                "package": .text(pushed.package.rawValue),
                "title": .text(pushed.title),
                "tests": .number(pushed.tests),
                "notes": .texts(pushed.notes),
            ])
        )
        response.add("location", "/v1/problems/\(pushed.name)")
        return response
    }

    private static func list(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow("limit", "after")
        let limit = try call.integer("limit", in: 1...100, else: 50)
        let after = call.request.target["after"] ?? ""
        let all = try context.queue.packages().sorted { $0.name < $1.name }.filter { $0.name > after }
        let page = all.prefix(limit)
        var items: [JSONValue] = []
        for pushed in page {
            // A package that cannot be had here is still there to be judged with elsewhere.
            let title = try? context.settings.packages.package(pushed.content, from: context.queue).problem.title
            items.append(
                .object([
                    "name": .text(pushed.name),
                    "title": .text(title ?? pushed.name),
                    "pushedAt": Moments.json(pushed.pushedAt),
                ])
            )
        }
        let next = all.count > limit ? page.last?.name : nil
        return Response(status: 200, json: .object(["items": .list(items), "next": .text(orNull: next)]))
    }

    private static func show(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow()
        guard let pushed = try context.queue.package(call["name"]) else {
            throw Fault(.notFound, "there is no problem '\(call["name"])'")
        }
        let package = try context.settings.packages.package(pushed.content, from: context.queue)
        return Response(status: 200, json: try ProblemView.json(package.problem, pushed))
    }
}
