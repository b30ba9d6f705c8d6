import Queueing
import Testing

@testable import PostgresQueue

@Suite struct PostgresURLTests {
    @Test(arguments: [
        ("postgresql://h/d", "postgresql://h/d", "assay", true, nil),
        ("postgresql://h/d?sslmode=require", "postgresql://h/d?sslmode=require", "assay", true, nil),
        ("postgresql://h/d?assay_schema=q2&sslmode=require", "postgresql://h/d?sslmode=require", "q2", true, nil),
        ("postgresql://u:p@h:1/d?assay_pooler=transaction", "postgresql://u:p@h:1/d", "assay", false, ""),
        (
            "postgresql://u:p@h:1/d?assay_pooler=transaction&assay_listen=db.x:5432&sslmode=require",
            "postgresql://u:p@h:1/d?sslmode=require", "assay", false, "postgresql://u:p@db.x:5432/d?sslmode=require"
        ),
        ("postgresql://h?assay_listen=[::1]:2", "postgresql://h", "assay", true, "postgresql://[::1]:2"),
    ])
    func `what is the queue's is taken out, the rest is libpq's`(
        url: String,
        address: String,
        schema: String,
        prepares: Bool,
        listening: String?
    ) throws {
        let found = try PostgresURL(url)
        #expect(found.address == address)
        #expect(found.settings.schema == schema)
        #expect(found.settings.prepares == prepares)
        let expected: PostgresSettings.Listening =
            listening.map { $0.isEmpty ? .polling : .at($0) } ?? .here
        #expect(found.settings.listening == expected)
    }

    @Test(arguments: ["assay_pooler=session", "assay_listen=", "assay_listen=a/b", "assay_scheme=x", "assay_pooler"])
    func `what makes no sense is refused`(parameter: String) {
        let name = parameter.prefix { $0 != "=" }
        do throws(QueueError) {
            _ = try PostgresURL("postgresql://u:secret@h/d?\(parameter)")
            Issue.record("it was taken")
        } catch {
            #expect(error.description.contains(name) && !error.description.contains("secret"))
        }
    }
}
