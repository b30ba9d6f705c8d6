extension Course {
    /// What a candidate does.
    func tryAll(_ browser: Browser) {
        step("without a key it asks for one, and with a candidate's it goes on") {
            try browser.open(address)
            try browser.wait(for: "document.getElementById('trouble').textContent.includes('API key')")
            // That a key is wanted is told by a status, of which browsers complain; of nothing else.
            let complaints = try browser.complaints()
            try expect(complaints.allSatisfy { $0.contains("401") }, complaints.joined(separator: "; "))
            try browser.picture("\(pictures)/light-no-key.png")
            try enter(browser, key: "assay_wrong000_" + String(repeating: "A", count: 43))
            try browser.wait(for: "document.getElementById('trouble').textContent.includes('API key')")
            try browser.click("#key-button")
            try browser.wait(for: "document.getElementById('key-dialog').open")
            try browser.picture("\(pictures)/light-key.png")
            try expectReadable(browser)
            try browser.type(candidateKey + Key.enter, into: "#key")
            try browser.wait(for: "document.getElementById('problem').length > 0")
            _ = try browser.complaints()
        }
        step("problem and language are chosen") { try choose(browser, "hello", "python3") }
        step("the editor indents and closes brackets") {
            try browser.type("if x in (1, 2):\nprint([x])", into: "#code")
            try expect(browser, "document.getElementById('code').value", "if x in (1, 2):\n    print([x])")
        }
        step("Tab indents; Escape, then Tab leaves the editor") {
            try browser.run("document.getElementById('code').select()")
            try browser.press(["a", Key.tab])
            try expect(browser, "document.getElementById('code').value", "a   ")
            try browser.press([Key.escape, Key.tab])
            try expect(browser, "document.activeElement.id", "run-samples")
        }
        step("a right solution is accepted on the samples, by the keyboard alone") {
            try paste(browser, Programs.right)
            try browser.press([Key.enter], holding: [Key.control])
            try waitForEnd(browser, "Accepted")
            try expect(browser, "document.querySelector('.tests li .name').textContent", "sample/1")
        }
        step("submitted, every test has its verdict, time and memory") {
            try browser.press([Key.enter], holding: [Key.control, Key.shift])
            try browser.wait(for: "document.querySelectorAll('.tests li').length > 1", seconds: 60)
            try waitForEnd(browser, "Accepted")
            try expect(
                browser,
                "String([...document.querySelectorAll('.tests li')].every(li => li.dataset.verdict === 'AC'"
                    + " && li.querySelectorAll('.figure').length === 2))",
                "true"
            )
        }
        step("of a wrong answer the first difference is shown") {
            try paste(browser, Programs.wrong)
            try browser.click("#run-samples")
            try waitForEnd(browser, "Wrong answer")
            try browser.click(".sample-difference summary")
            try browser.wait(for: "document.querySelectorAll('.compared mark').length === 2")
            try expect(browser, "document.querySelectorAll('.compared mark')[1].textContent", "Wurld!")
            try browser.picture("\(pictures)/light-try.png")
            try expectReadable(browser)
        }
        step("a compile error is shown at its line, and leads there") {
            try paste(browser, Programs.refused)
            try browser.click("#submit")
            try waitForEnd(browser, "Compile error")
            try browser.wait(for: "document.querySelector('.gutter .wrong')")
            let line = try browser.value("document.querySelector('.gutter .wrong').textContent").string ?? ""
            try expect(["2", "3"].contains(line), "it is shown at line \(line)")
            try browser.click(".diagnostics button")
            try expect(browser, "document.activeElement.id", "code")
            try browser.picture("\(pictures)/light-compile-error.png")
            try expectReadable(browser)
        }
        step("what a compiler says is never markup either") {
            try paste(browser, Programs.refusedWithMarkup)
            try browser.click("#submit")
            try waitForEnd(browser, "Compile error")
            let text = try browser.value("document.querySelector('.diagnosis').textContent").string ?? ""
            for part in ["<img src=x", "[31m", "⟨U+202E⟩"] {
                try expect(text.contains(part), "\(part) is not in \(text.debugDescription)")
            }
            // Diagnostics are kept without controls.
            try expect(!text.contains("\u{1b}") && !text.contains("\u{202e}"), "hidden characters were left")
            try expect(browser, "String(document.querySelectorAll('main img').length) + document.title", "0Assay: try")
        }
        step("a first difference shows what cannot be seen, too") {
            try paste(browser, Programs.invisiblyWrong)
            try browser.click("#run-samples")
            try waitForEnd(browser, "Wrong answer")
            try browser.click(".sample-difference summary")
            try browser.wait(for: "document.querySelectorAll('.compared mark').length === 2")
            try expect(browser, "document.querySelectorAll('.compared mark')[1].textContent", "Wor⟨U+200B⟩ld!")
            try browser.picture("\(pictures)/light-difference.png")
            try expectReadable(browser)
        }
        hostileOutput(browser)
        remembering(browser)
    }

    private func hostileOutput(_ browser: Browser) {
        step("what a program writes is never markup, and nothing in it is hidden") {
            try paste(browser, Programs.hostile)
            try browser.run("document.getElementById('own').open = true")
            try browser.click("#run-own")
            try browser.wait(for: "document.querySelector('#own-result .stdout')", seconds: 60)
            try expect(browser, "document.title", "Assay: try")
            try expect(
                browser,
                "String(document.querySelectorAll('main img, main script, main b, #own-result svg').length)",
                "0"
            )
            let text = try browser.value("document.querySelector('#own-result .stdout').textContent").string ?? ""
            for part in [
                "<img src=x", "<script>", "⟨ESC⟩[31m", "⟨BEL⟩", "⟨U+202E⟩", "⟨U+200B⟩", "⟨U+2066⟩", "⟨NUL⟩", "⟨U+009B⟩",
            ] {
                try expect(text.contains(part), "\(part) is not in \(text.debugDescription)")
            }
            let hidden = text.unicodeScalars.filter {
                $0.value < 32 && $0 != "\n" || (0x202A...0x202E).contains($0.value)
            }
            try expect(hidden.isEmpty, "hidden characters were left: \(hidden)")
            try expect(
                browser,
                "document.querySelector('#own-result .stderr').textContent",
                #"</pre><svg onload="document.title=1">"#
            )
            try browser.picture("\(pictures)/light-hostile.png")
        }
        step("no string can become markup in this page") {
            let result = try browser.value(
                "(() => { try { document.createElement('p').innerHTML = '<b>x</b>'; return 'taken'; } catch { return 'refused'; } })()"
            )
            try expect(result.string == "refused", "innerHTML was \(result.string ?? "?")")
            // The refusal itself, and nothing before it.
            let complaints = try browser.complaints()
            try expect(complaints.allSatisfy { $0.contains("TrustedHTML") }, complaints.joined(separator: "; "))
        }
    }

    private func remembering(_ browser: Browser) {
        step("a draft survives a new load of the page; nothing is kept beyond the tab") {
            try paste(browser, Programs.right)
            try browser.run("location.reload()")
            try choose(browser, "hello", "python3")
            try expect(browser, "document.getElementById('code').value", Programs.right)
            try expect(browser, "String(localStorage.length) + document.cookie", "0")
        }
    }
}
