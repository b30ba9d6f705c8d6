import Compatibility
import Core
import Service
import Testing

@Suite struct Judge0RequestTests {
    private func order(_ text: String, isBase64: Bool = false) throws -> RunOrder {
        try Judge0Request.order(Offers.json(text), isBase64: isBase64, languages: Judge0Languages(Offers.all()))
    }

    @Test func `a submission becomes a run with the limits of Judge0`() throws {
        let order = try order(#"{"source_code":"print(input())","language_id":71,"stdin":"hi","memory_limit":null}"#)
        #expect(order.language == "python3")
        #expect(order.files == [.init(name: "main.py", content: Array("print(input())".utf8))])
        #expect(order.input == Array("hi".utf8))
        #expect(order.bounds == .init(time: 5, wall: 10, memory: .kibibytes(128_000), output: .kibibytes(1024)))
        #expect(order.callback == nil)
    }

    @Test func `limits, arguments and the callback are taken over`() throws {
        let order = try order(
            #"{"source_code":"x","language_id":"71","cpu_time_limit":"1.5","wall_time_limit":3,"memory_limit":65536,"#
                + #""max_file_size":2048,"command_line_arguments":"a 'b c' \"d\\\"e\" f\\ g","#
                + #""callback_url":"https://example.org/done","number_of_runs":3,"compiler_options":""}"#
        )
        #expect(order.bounds == .init(time: 1.5, wall: 3, memory: .kibibytes(65536), output: .kibibytes(2048)))
        #expect(order.arguments == ["a", "b c", "d\"e", "f g"])
        #expect(order.callback == "https://example.org/done")
    }

    @Test func `texts in Base64 may be broken into lines and not filled up`() throws {
        let order = try order(#"{"source_code":"cHJpbn\nQoMSk=\n","language_id":71,"stdin":"/w"}"#, isBase64: true)
        #expect(order.files[0].content == Array("print(1)".utf8))
        #expect(order.input == [0xFF])
    }

    @Test(arguments: [
        (#"{}"#, #"{"source_code":["can't be blank"],"language_id":["can't be blank"]}"#),
        (#"{"source_code":"  ","language_id":71}"#, #"{"source_code":["can't be blank"]}"#),
        (#"{"source_code":5,"language_id":71}"#, #"{"source_code":["is not a text"]}"#),
        (#"{"source_code":"x","language_id":150000}"#, #"{"language_id":["language with id 150000 doesn't exist"]}"#),
        (#"{"source_code":"x","language_id":"python"}"#, #"{"language_id":["is not a number"]}"#),
        (
            #"{"source_code":"x","language_id":55}"#,
            #"{"language_id":["language with id 55 is archived and cannot be used: no worker has it"]}"#
        ),
        (
            #"{"source_code":"x","language_id":71,"wall_time_limit":100000}"#,
            #"{"wall_time_limit":["must be less than or equal to 20"]}"#
        ),
        (
            #"{"source_code":"x","language_id":71,"cpu_time_limit":0,"memory_limit":1}"#,
            #"{"cpu_time_limit":["must be greater than 0"],"memory_limit":["must be greater than or equal to 2048"]}"#
        ),
        (
            #"{"source_code":"x","language_id":71,"memory_limit":2048.5,"stack_limit":"much"}"#,
            #"{"memory_limit":["must be an integer"],"stack_limit":["is not a number"]}"#
        ),
        (
            #"{"source_code":"x","language_id":71,"enable_network":true}"#,
            #"{"enable_network":["this option cannot be enabled"]}"#
        ),
        (
            #"{"source_code":"x","language_id":71,"callback_url":"file:///etc/passwd"}"#,
            #"{"callback_url":["a webhook's URL begins with https:// or http://"]}"#
        ),
        (
            #"{"source_code":"x","language_id":71,"command_line_arguments":"'a"}"#,
            #"{"command_line_arguments":["has a quote that is not closed"]}"#
        ),
    ])
    func `what is wrong is told of every field at once`(body: String, answer: String) throws {
        let complaint = #expect(throws: Judge0Complaint.self) { try order(body) }
        #expect(complaint?.status == 422)
        #expect(complaint.map { String(decoding: $0.body.bytes, as: UTF8.self) } == answer)
    }

    @Test func `texts that are not Base64 are told`() throws {
        let complaint = #expect(throws: Judge0Complaint.self) {
            try order(#"{"source_code":"print(1)","language_id":71}"#, isBase64: true)
        }
        #expect(
            complaint.map { String(decoding: $0.body.bytes, as: UTF8.self) } == #"{"source_code":["is not Base64"]}"#
        )
    }

    @Test(arguments: [
        (#"{}"#, 400), (#"{"submissions":[]}"#, 400), (#"{"submissions":{}}"#, 400),
        (#"{"submissions":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"#, 400),
    ])
    func `a batch has one to twenty submissions`(body: String, status: Int) throws {
        let complaint = #expect(throws: Judge0Complaint.self) { try Judge0Request.batch(Offers.json(body)) }
        #expect(complaint?.status == status)
    }

    @Test func `a batch of twenty is read`() throws {
        let body = #"{"submissions":["# + Array(repeating: "{}", count: 20).joined(separator: ",") + "]}"
        #expect(try Judge0Request.batch(Offers.json(body)).count == 20)
    }
}
