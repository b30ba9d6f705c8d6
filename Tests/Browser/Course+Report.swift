extension Course {
    /// What somebody does who reads the report of a batch: `assay grade … --report html=FILE`, opened from the disk.
    func readReport(_ browser: Browser, _ name: String) {
        step("\(name): a report shows every submission with its tests") {
            try browser.open("file://\(report)")
            try browser.wait(for: "document.querySelectorAll('#rows tr').length > 5")
            try expect(
                browser,
                "String([...document.querySelectorAll('#rows tr')].every(row => row.querySelector('canvas').width > 0))",
                "true"
            )
            try browser.picture("\(pictures)/\(name)-report.png")
            try expectReadable(browser)
        }
        step("\(name): it is sorted by any column, both ways, by the keyboard") {
            try browser.run("document.querySelectorAll('#titles button')[4].focus()")
            try browser.press([Key.enter])
            try expect(browser, "document.querySelectorAll('#titles th')[4].getAttribute('aria-sort')", "ascending")
            try expect(browser, Self.isSorted("a <= b"), "true")
            try browser.press([Key.enter])
            try expect(browser, "document.querySelectorAll('#titles th')[4].getAttribute('aria-sort')", "descending")
            try expect(browser, Self.isSorted("a >= b"), "true")
        }
        step("\(name): a test is told for each cell, by the arrow keys") {
            try browser.run(
                "[...document.querySelectorAll('#rows canvas')].find(one => /^[2-9]|^[1-9][0-9]/.test(one.ariaLabel)).focus()"
            )
            let first = try browser.value("document.getElementById('told').textContent").string ?? ""
            try browser.press([Key.right])
            let second = try browser.value("document.getElementById('told').textContent").string ?? ""
            try expect(first.contains(" on ") && second.contains(" on ") && first != second, "'\(first)', '\(second)'")
            try browser.run(
                "const list = document.getElementById('colour'); list.value = 'c'; list.dispatchEvent(new Event('change'));"
            )
            try browser.picture("\(pictures)/\(name)-report-times.png")
        }
        step("\(name): what is searched for is what is left") {
            try browser.type("wrong", into: "#text")
            try browser.wait(
                for: "document.querySelectorAll('#rows tr').length > 0 && [...document.querySelectorAll('#rows td.id')]"
                    + ".every(one => one.textContent.toLowerCase().includes('wrong'))"
            )
            try expectReadable(browser)
            try expectQuiet(browser)
        }
    }

    /// Whether the rows' CPU times are in an order; what was not run has none.
    private static func isSorted(_ order: String) -> String {
        """
        String([...document.querySelectorAll('#rows tr')].map(row => parseFloat(row.children[4].textContent))
          .map(time => Number.isNaN(time) ? -1 : time).every((b, i, all) => i === 0 || ((a, b) => \(order))(all[i - 1], b)))
        """
    }
}
