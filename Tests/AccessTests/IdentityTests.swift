import Access
import Testing

struct IdentityTests {
    @Test(arguments: [
        ([Scope.submit], Scope.submit, true), ([.submit], .read, false), ([.submit], .admin, false),
        ([.read], .submit, false), ([.admin], .submit, true), ([.admin], .read, true), ([], .read, false),
    ])
    func `who has a scope may do what it says, and admin everything`(scopes: [Scope], wanted: Scope, expected: Bool) {
        #expect(Identity(keyID: "k", tenant: "t", scopes: Set(scopes)).may(wanted) == expected)
    }

    @Test func `only an admin sees what is another tenant's`() {
        let own = Identity(keyID: "k", tenant: "acme", scopes: [.read])
        #expect(own.sees(tenant: "acme"))
        #expect(!own.sees(tenant: "acm"))
        #expect(Identity(keyID: "k", tenant: "acme", scopes: [.admin]).sees(tenant: "other"))
    }

    @Test func `a refusal tells when to come back, in structured fields`() {
        let policy = RateDecision.Policy(name: "key", quota: 20, window: 60)
        let refused = RateDecision(isAllowed: false, policy: policy, remaining: 0, reset: 60, retryAfter: 3)
        let fields = refused.headerFields.map { "\($0.name): \($0.value)" }
        #expect(
            fields == ["RateLimit-Policy: \"key\";q=20;w=60", "RateLimit: \"key\";r=0;t=60", "Retry-After: 3"]
        )
        #expect(RateDecision.unlimited.headerFields.isEmpty)
    }
}
