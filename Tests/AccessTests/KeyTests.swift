import Access
import Digest
import Queueing
import Testing

struct KeyTests {
    @Test func `a key is 58 characters with 256 random bits, and reads back`() throws {
        let key = KeyText.random()
        #expect(key.text.utf8.count == 58 && key.text.hasPrefix("assay_\(key.id)_"))
        #expect(KeyText(key.text) == key)
        #expect(Set((0..<200).map { _ in KeyText.random().text }).count == 200)
    }

    @Test(arguments: [
        "", "assay_", "assay_abcdefgh", "assay_abcdefgh_", "assay_abcdefgh_" + String(repeating: "a", count: 42),
        "assay_abcdefgh_" + String(repeating: "a", count: 44), "Assay_abcdefgh_" + String(repeating: "a", count: 43),
        "assay_ABCDEFGH_" + String(repeating: "a", count: 43), "assay_abcdefg__" + String(repeating: "a", count: 43),
        "assay_abcdefgh-" + String(repeating: "a", count: 43), "assay_abcdefgh_" + String(repeating: "+", count: 43),
        "assay_abcdefgh_" + String(repeating: "\0", count: 43),
        "assay_abc\u{e9}fgh_" + String(repeating: "a", count: 42),
    ])
    func `what is not written like a key is none`(text: String) { #expect(KeyText(text) == nil) }

    @Test func `what is stored is the SHA-256 of the whole key, and not the key`() throws {
        let key = try #require(KeyText("assay_abcdefgh_" + String(repeating: "A", count: 43)))
        // As computed by sha256sum.
        #expect(key.digest == "085cf10dcbc8e0a4dd5e247d03ea43c81f12adcf87768d665953c528d9c33a8c")
    }

    @Test func `a key matches itself alone`() {
        let key = KeyText.random()
        let record = KeyRecord(
            id: key.id,
            digest: key.digest,
            name: "n",
            tenant: "t",
            scopes: [.read],
            createdAt: Timestamp(milliseconds: 0)
        )
        #expect(record.matches(key))
        #expect(!record.matches(.random()))
    }

    @Test func `secrets of different lengths are different, and equal ones the same`() {
        #expect(HMAC.isSame([1, 2, 3], [1, 2, 3]) && HMAC.isSame([], []))
        #expect(!HMAC.isSame([1, 2, 3], [1, 2, 4]) && !HMAC.isSame([1, 2], [1, 2, 3]) && !HMAC.isSame([], [0]))
    }

    @Test(arguments: [
        ("", "", ""), ("f", "Zg==", "Zg"), ("fo", "Zm8=", "Zm8"), ("foo", "Zm9v", "Zm9v"),
        ("foob", "Zm9vYg==", "Zm9vYg"), ("fooba", "Zm9vYmE=", "Zm9vYmE"), ("foobar", "Zm9vYmFy", "Zm9vYmFy"),
        ("\u{fb}\u{ff}", "w7vDvw==", "w7vDvw"), ("~~~???", "fn5+Pz8/", "fn5-Pz8_"),
    ])
    func `base64 is as in RFC 4648`(text: String, standard: String, url: String) {
        let bytes = Array(text.utf8)
        #expect(Base64.encode(bytes) == standard && Base64.encodeForURL(bytes) == url)
        #expect(Base64.decode(standard) == bytes)
    }

    @Test(arguments: ["A", "Zg=", "Zh==", "Zg===", "Z===", "Zm9v=", "Zm 9", "Zm9-", "=", "Zm9vé"])
    func `what is no base64 is nothing`(text: String) { #expect(Base64.decode(text) == nil) }

    // RFC 4231, test case 2.
    @Test func `HMAC is as in RFC 4231`() {
        let code = HMAC.sha256(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
        let text = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(text == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }
}
