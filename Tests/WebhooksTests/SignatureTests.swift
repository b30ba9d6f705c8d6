import Digest
import Testing
import Webhooks

struct SignatureTests {
    // The example of the Standard Webhooks libraries.
    @Test func `a message is signed as Standard Webhooks lays down`() throws {
        let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let signature = secret.signature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
            timestamp: 1_614_265_330,
            body: Array("{\"test\": 2432232314}".utf8)
        )
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test(arguments: ["id", "timestamp", "body", "key"])
    func `whatever of it changes, the signature is another one`(part: String) {
        let secret = WebhookSecret.random()
        let right = secret.signature(id: "msg_1", timestamp: 5, body: [1])
        let other = part == "key" ? WebhookSecret.random() : secret
        let changed = other.signature(
            id: part == "id" ? "msg_2" : "msg_1",
            timestamp: part == "timestamp" ? 6 : 5,
            body: part == "body" ? [2] : [1]
        )
        #expect(changed != right)
    }

    @Test(arguments: [
        "", "whsec_", "whsec_AAAA", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!",
        "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_" + String(repeating: "A", count: 120),
    ])
    func `what is too short, too long or no base64 is no secret`(text: String) { #expect(WebhookSecret(text) == nil) }

    @Test func `a secret reads back`() {
        let secret = WebhookSecret.random()
        #expect(WebhookSecret(secret.text) == secret && WebhookSecret.random() != secret)
    }
}
