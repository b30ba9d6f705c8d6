import Service
import Testing

struct OpenAPITests {
    @Test func `the description has every route, and no other`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let document = try JSONValue(parsing: OpenAPI.document(version: "0"))
        var described: Set<String> = []
        for path in document["paths"]?.members ?? [] {
            for method in path.value.members ?? [] { described.insert("\(method.name.uppercased()) \(path.name)") }
        }
        #expect(described == Set(test.service.routes.map { "\($0.method) \($0.path)" }))
    }

    @Test func `every reference in the description leads somewhere`() throws {
        let document = try JSONValue(parsing: OpenAPI.document(version: "0"))
        var references: [String] = []
        func collect(_ value: JSONValue) {
            for item in value.items ?? [] { collect(item) }
            for member in value.members ?? [] {
                if member.name == "$ref", let text = member.value.string { references.append(text) }
                collect(member.value)
            }
        }
        collect(document)
        #expect(references.count > 50)
        for reference in references {
            let found = reference.split(separator: "/").dropFirst().reduce(Optional(document)) { $0?[String($1)] }
            #expect(found != nil, "\(reference)")
        }
    }
}
