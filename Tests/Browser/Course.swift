/// One way through the page, step by step; what goes wrong in one does not end the others.
final class Course {
    let service: HTTPExchange
    let driver: HTTPExchange
    let pictures: String
    /// The file of a batch's report.
    let report: String
    let adminKey: String
    let candidateKey: String
    private var failures = 0

    init(
        service: HTTPExchange,
        driver: HTTPExchange,
        pictures: String,
        report: String,
        adminKey: String,
        candidateKey: String
    ) {
        self.service = service
        self.driver = driver
        self.pictures = pictures
        self.report = report
        self.adminKey = adminKey
        self.candidateKey = candidateKey
    }

    var address: String { "http://127.0.0.1:\(service.port)/" }

    /// Goes all of it, and gives how many steps have failed.
    func run() -> Int {
        visit("light", .init(width: 1280, height: 1000)) { browser in
            tryAll(browser)
            operateAll(browser)
            readReport(browser, "light")
        }
        visit("dark", .init(width: 1280, height: 1000, isDark: true)) { browser in
            look(browser, "dark")
            readReport(browser, "dark")
        }
        visit("phone", .init(width: 360, height: 780, isPhone: true)) { browser in
            look(browser, "phone")
            readReport(browser, "phone")
        }
        visit("dark phone", .init(width: 360, height: 780, isDark: true, isPhone: true)) { browser in
            look(browser, "dark-phone")
        }
        return failures
    }

    private func visit(_ name: String, _ look: Browser.Look, _ body: (Browser) -> Void) {
        do {
            let browser = try Browser(driver, look)
            defer { browser.end() }
            body(browser)
        } catch {
            failures += 1
            print("FAILED \(name): \(error)")
        }
    }

    /// One step: what it throws is told, and counted.
    func step(_ name: String, _ body: () throws -> Void) {
        do {
            try body()
            print("ok     \(name)")
        } catch {
            failures += 1
            print("FAILED \(name): \(error)")
        }
    }

    func expect(_ isSo: Bool, _ what: @autoclosure () -> String) throws {
        if !isSo { throw Trouble(what()) }
    }

    /// An expression of the page is that text.
    func expect(_ browser: Browser, _ expression: String, _ wanted: String) throws {
        let found = try browser.value(expression)
        try expect(
            found.string == wanted,
            "\(expression) is \(String(decoding: found.bytes, as: UTF8.self)), not '\(wanted)'"
        )
    }

    // MARK: Everywhere

    /// Gives the page a key as somebody would.
    func enter(_ browser: Browser, key: String) throws {
        try browser.click("#key-button")
        try browser.type(key, into: "#key")
        try browser.click("#key-form button.main")
    }

    /// Neither the page nor the browser, with its Content Security Policy, has anything to say.
    func expectQuiet(_ browser: Browser) throws {
        let complaints = try browser.complaints()
        try expect(complaints.isEmpty, "the browser complains: \(complaints.joined(separator: "; "))")
    }

    func expectReadable(_ browser: Browser) throws {
        try expect(browser, Audit.faintTexts, "")
        try expect(browser, Audit.namelessControls, "")
        let overhang = try browser.value(Audit.overhang)
        try expect(overhang.integer == 0, "the page is \(String(decoding: overhang.bytes, as: UTF8.self)) px too wide")
    }

    /// Puts a program into the editor at once, as by pasting.
    func paste(_ browser: Browser, _ text: String) throws {
        let quoted = String(decoding: JSONValue.text(text).bytes, as: UTF8.self)
        try browser.run(
            "const area = document.getElementById('code'); area.focus(); area.select();"
                + "document.execCommand('insertText', false, \(quoted));"
        )
    }

    func waitForEnd(_ browser: Browser, _ word: String) throws {
        try browser.wait(for: "document.getElementById('state').textContent.includes('\(word)')", seconds: 60)
    }

    /// A page in another light or on a smaller screen, in both views.
    private func look(_ browser: Browser, _ name: String) {
        step("\(name): a failed sample can be read") {
            try browser.open(address)
            try browser.wait(for: "document.getElementById('trouble').textContent.includes('API key')")
            // That a key is wanted is told by a status, of which browsers complain.
            _ = try browser.complaints()
            try enter(browser, key: adminKey)
            try choose(browser, "hello", "python3")
            try paste(browser, Programs.wrong)
            try browser.click("#run-samples")
            try waitForEnd(browser, "Wrong answer")
            try browser.click(".sample-difference summary")
            try browser.wait(for: "document.querySelector('.compared mark')")
            try browser.picture("\(pictures)/\(name)-try.png")
            try expectReadable(browser)
        }
        step("\(name): the service can be operated") {
            try browser.click("#to-operate")
            try browser.wait(for: "document.querySelectorAll('.chart polyline').length > 0")
            try browser.wait(for: "document.querySelector('#recent tbody tr')")
            try browser.picture("\(pictures)/\(name)-operate.png")
            try expectReadable(browser)
        }
        step("\(name): the browser has nothing to complain of") { try expectQuiet(browser) }
    }

    func choose(_ browser: Browser, _ problem: String, _ language: String) throws {
        try browser.wait(for: "document.querySelector('#problem option[value=\(problem)]')")
        for (id, value) in [("problem", problem), ("language", language)] {
            try browser.wait(for: "document.querySelector('#\(id) option[value=\(value)]')")
            try browser.run(
                "const list = document.getElementById('\(id)'); list.value = '\(value)';"
                    + "list.dispatchEvent(new Event('change', { bubbles: true }));"
            )
        }
        try browser.wait(for: "!document.getElementById('submit').disabled")
    }
}
