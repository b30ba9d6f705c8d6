/// The API's description for programs (OpenAPI 3.1).
public enum OpenAPI {
    /// What can be done with one path.
    struct Operation: Sendable {
        let method: String
        let path: String
        let id: String
        let summary: String
        /// The scope that a key needs; nil: no key is needed; empty: any key will do.
        let scope: String?
        var parameters: [String] = []
        /// The schema of the body, or its media type where that is not JSON.
        var body: String?
        /// Status, what it means, and the schema, or media type, of the answer.
        let answers: [(status: Int, meaning: String, content: String?)]
        /// Codes of problems besides those that every operation may have.
        var faults: [Int] = []
    }

    /// The document, in JSON.
    public static func document(version: String) -> [UInt8] {
        var paths: [(String, [JSONValue.Member])] = []
        for operation in operations {
            let member = JSONValue.Member(operation.method.lowercased(), operation.json)
            if let place = paths.firstIndex(where: { $0.0 == operation.path }) {
                paths[place].1.append(member)
            } else {
                paths.append((operation.path, [member]))
            }
        }
        return JSONValue.object([
            "openapi": .text("3.1.0"),
            "info": .object([
                "title": .text("Assay"),
                "version": .text(version),
                "description": .text("A judge of programs: submissions in, verdicts out as they happen."),
                "license": .object(["name": .text("MIT"), "identifier": .text("MIT")]),
            ]),
            "servers": .list([.object(["url": .text("/")])]),
            "security": .list([.object(["key": .list([])])]),
            "paths": .object(paths.map { JSONValue.Member($0.0, .object($0.1)) }),
            "components": .object([
                "securitySchemes": .object([
                    "key": .object(["type": .text("http"), "scheme": .text("bearer")])
                ]),
                "parameters": merged(parameters, webhookParameters),
                "schemas": merged(schemas + reportSchemas, webhookSchemas),
            ]),
        ]).bytes
    }

    private static func merged(_ first: String, _ second: String) -> JSONValue {
        .object((part(first).members ?? []) + (part(second).members ?? []))
    }

    /// A part of the document that is written as JSON in our sources, where a test reads it.
    private static func part(_ text: String) -> JSONValue { (try? JSONValue(parsing: Array(text.utf8))) ?? .null }
}

extension OpenAPI.Operation {
    var json: JSONValue {
        var value = JSONValue.object(["operationId": .text(id), "summary": .text(summary)])
        if let scope {
            if !scope.isEmpty { value.add("description", .text("Needs a key with the scope `\(scope)`.")) }
        } else {
            value.add("security", .list([]))
        }
        if !parameters.isEmpty {
            value.add("parameters", .list(parameters.map { reference("parameters", $0) }))
        }
        if let body { value.add("requestBody", .object(["required": .flag(true), "content": content(body)])) }
        var responses = answers.map { answer -> JSONValue.Member in
            var response = JSONValue.object(["description": .text(answer.meaning)])
            if let content = answer.content { response.add("content", self.content(content)) }
            return .init("\(answer.status)", response)
        }
        let problem = JSONValue.object([
            "application/problem+json": .object(["schema": reference("schemas", "Problem")])
        ])
        let common = scope == nil ? [] : [401, 403, 429]
        for status in Set(faults + common + [400, 500, 503]).sorted()
        where !answers.contains(where: { $0.status == status }) {
            responses.append(
                .init("\(status)", .object(["description": .text("See `code`."), "content": problem]))
            )
        }
        value.add("responses", .object(responses))
        return value
    }

    private func content(_ name: String) -> JSONValue {
        if name == "text/event-stream" {
            return .object([.init(name, .object(["schema": reference("schemas", "Event")]))])
        }
        if name.contains("/") {
            return .object([.init(name, .object(["schema": .object(["type": .text("string")])]))])
        }
        return .object([.init("application/json", .object(["schema": reference("schemas", name)]))])
    }

    private func reference(_ kind: String, _ name: String) -> JSONValue {
        .object(["$ref": .text("#/components/\(kind)/\(name)")])
    }
}
