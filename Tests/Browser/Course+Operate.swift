extension Course {
    /// What somebody does who runs the service.
    func operateAll(_ browser: Browser) {
        step("a candidate's key does not show how the service is doing") {
            try browser.click("#to-operate")
            try browser.wait(for: "document.getElementById('operate-state').textContent.includes('scope admin')")
            try expect(browser, "String(document.querySelectorAll('.chart, #recent table').length)", "0")
            // Refused by status 403, of which browsers complain.
            let complaints = try browser.complaints()
            try expect(complaints.allSatisfy { $0.contains("403") }, complaints.joined(separator: "; "))
            try enter(browser, key: adminKey)
        }
        step("figures, charts, workers and submissions are there, and go on") {
            try browser.click("#to-operate")
            try browser.wait(for: "document.querySelectorAll('.chart').length === 6")
            try browser.wait(for: "document.querySelectorAll('#recent tbody tr').length > 3")
            try browser.wait(for: "document.querySelector('#workers .slots i')")
            try browser.wait(for: "document.querySelectorAll('.chart polyline').length > 3", seconds: 20)
            try expect(browser, "document.querySelector('#to-operate').getAttribute('aria-current')", "page")
        }
        step("what runs can be cancelled") {
            let body =
                #"{"language":"python3","files":{"main.py":\#(quoted(Programs.slow))},"limits":{"time":20,"wall":50}}"#
            let (status, bytes) = try service.ask("POST", "/v1/submissions", body: body, headers: authorization)
            let id = (try? JSONValue(parsing: bytes))?["id"]?.string ?? ""
            try expect(status == 202, "the submission is answered \(status)")
            try browser.wait(for: "document.querySelector('button[aria-label=\"Cancel submission \(id)\"]')")
            try browser.run("document.querySelector('button[aria-label=\"Cancel submission \(id)\"]').click()")
            try browser.wait(
                for: "[...document.querySelectorAll('#recent tr')].some(row => row.textContent.includes('\(id)')"
                    + " && row.textContent.includes('cancelled'))"
            )
        }
        deadLetters(browser)
        failedWebhooks(browser)
        step("submissions can be picked by their state") {
            try browser.run(
                "const list = document.getElementById('state-filter'); list.value = 'cancelled';"
                    + "list.dispatchEvent(new Event('change'));"
            )
            try browser.wait(
                for:
                    "[...document.querySelectorAll('#recent tbody tr')].every(row => row.textContent.includes('cancelled'))"
            )
            try browser.picture("\(pictures)/light-operate.png")
            try expectReadable(browser)
        }
        step("the browser has nothing to complain of") { try expectQuiet(browser) }
    }

    /// One submission has cost three workers their lives before the service was started.
    private func deadLetters(_ browser: Browser) {
        step("a dead letter says why, and is replayed to its end") {
            try browser.wait(for: "document.querySelectorAll('#dead tbody tr').length === 1")
            let text = try browser.value("document.querySelector('#dead tbody tr').textContent").string ?? ""
            try expect(text.contains("worker"), "it says '\(text)'")
            try browser.picture("\(pictures)/light-dead.png")
            let id = try browser.value("document.querySelector('#dead tbody td').textContent").string ?? ""
            try browser.click("button[aria-label='Replay submission \(id)']")
            try browser.wait(for: "!document.querySelector('#dead tbody tr')")
            // The program waits for its time limit, and is judged by that.
            try browser.wait(
                for: "[...document.querySelectorAll('#recent tr')].some(row => row.textContent.includes('\(id)')"
                    + " && row.textContent.includes('TLE'))",
                seconds: 120
            )
            try expect(browser, "String(document.getElementById('retry-all').disabled)", "true")
        }
    }

    private func failedWebhooks(_ browser: Browser) {
        step("failed webhooks say why, and are replayed one by one and all") {
            for _ in 0..<2 {
                let body =
                    #"{"language":"python3","files":{"main.py":"print(1)\n"},"webhook":{"url":"http://127.0.0.1:9/hook"}}"#
                let (status, _) = try service.ask("POST", "/v1/submissions", body: body, headers: authorization)
                try expect(status == 202, "the submission is answered \(status)")
            }
            try browser.wait(for: "document.querySelectorAll('#deliveries tbody tr').length === 2", seconds: 120)
            try browser.wait(for: "\(Self.attempts) === '1,1'")
            let text = try browser.value("document.querySelector('#deliveries tbody tr').textContent").string ?? ""
            try expect(text.contains("a loopback address"), "it says '\(text)'")
            try browser.click("#deliveries button")
            // The one that was pressed is tried once more, and fails again: where it goes is still not allowed.
            try browser.wait(for: "\(Self.attempts) === '2,1'", seconds: 120)
            try browser.click("#replay-all")
            try browser.wait(for: "\(Self.attempts) === '3,2'", seconds: 120)
            try browser.picture("\(pictures)/light-webhooks.png")
            try expectReadable(browser)
        }
    }

    /// How often each of the failed webhooks was tried.
    private static let attempts =
        "[...document.querySelectorAll('#deliveries tbody tr')].map(row => row.children[3].textContent).join()"

    private var authorization: [String: String] { ["Authorization": "Bearer \(adminKey)"] }

    private func quoted(_ text: String) -> String { String(decoding: JSONValue.text(text).bytes, as: UTF8.self) }
}
