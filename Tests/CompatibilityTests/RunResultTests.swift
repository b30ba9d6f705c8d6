import Compatibility
import Service
import Testing

@Suite struct RunResultTests {
    @Test func `the report of a plain run is read again`() throws {
        let report =
            #"{"outcome":"signaled","exitCode":null,"signal":"SEGV","reason":"signal:SEGV","cpuTime":0.5,"wallTime":1,"#
            + #""peakMemory":4096,"stdout":null,"stderr":"x","stdoutBase64":"/w==","stdoutTruncated":true,"#
            + #""stderrTruncated":false,"new":1,"compile":{"ok":true,"cached":false,"cpuTime":0.1,"wallTime":0.2,"#
            + #""peakMemory":7,"diagnostics":"w","truncated":false}}"#
        let result = try #require(try RunResult(Offers.json(report)))
        #expect(result.ending == .signaled)
        #expect(result.signal == "SEGV")
        #expect(result.output == [0xFF])
        #expect(result.errors == Array("x".utf8))
        #expect(result.isOutputCut)
        #expect(result.diagnostics == "w")
        #expect(result.compiling == .init(isGood: true, cpuTime: 0.1, wallTime: 0.2, peakMemory: 7))
    }

    @Test(arguments: ["{}", "[]", #"{"outcome":"odd"}"#, #"{"verdict":"AC"}"#])
    func `what is no such report is none`(text: String) throws {
        #expect(try RunResult(Offers.json(text)) == nil)
    }
}
