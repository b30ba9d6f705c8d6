extension Course {
    /// What somebody does who runs the service.
    func operateAll(_ browser: Browser) {
        if candidateKey != nil {
            step("a candidate's key does not show how the service is doing") {
                try browser.click("#to-operate")
                try browser.wait(for: "document.getElementById('operate-state').textContent.includes('scope admin')")
                try expect(browser, "String(document.querySelectorAll('.chart, #recent table').length)", "0")
                try enter(browser, key: adminKey)
                _ = try browser.complaints()
            }
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
        step("the browser has nothing to complain of") {
            let path = "/v1/webhooks/deliveries"
            // A service without webhooks says so once.
            let hasWebhooks = try service.ask("GET", path, headers: authorization).status != 404
            let complaints = try browser.complaints().filter { hasWebhooks || !$0.contains(path) }
            try expect(complaints.isEmpty, complaints.joined(separator: "; "))
        }
    }

    private var authorization: [String: String] { adminKey.map { ["Authorization": "Bearer \($0)"] } ?? [:] }

    private func quoted(_ text: String) -> String { String(decoding: JSONValue.text(text).bytes, as: UTF8.self) }
}
