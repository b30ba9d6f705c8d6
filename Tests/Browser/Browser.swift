import Glibc

/// A session of a browser, driven by WebDriver.
final class Browser {
    /// How a browser looks at a page.
    struct Look {
        var width: Int
        var height: Int
        var isDark = false
        /// Whether it is a phone's: narrow, and touched.
        var isPhone = false
    }

    private let driver: HTTPExchange
    private let session: String

    /// A new browser with nothing remembered.
    init(_ driver: HTTPExchange, _ look: Look) throws {
        self.driver = driver
        var options: [JSONValue.Member] = [
            .init(
                "args",
                .texts([
                    // In a container there is no other sandbox for it; it shows our own page alone.
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                    "--window-size=\(look.width),\(look.height)",
                ])
            )
        ]
        if look.isPhone {
            let metrics: JSONValue = .object([
                "width": .number(look.width), "height": .number(look.height), "pixelRatio": .number(2),
                "touch": .flag(true),
            ])
            options.append(.init("mobileEmulation", .object(["deviceMetrics": metrics])))
        }
        let wanted: JSONValue = .object([
            "browserName": .text("chrome"), "goog:chromeOptions": .object(options),
            "goog:loggingPrefs": .object(["browser": .text("ALL")]),
        ])
        let made = try Self.ask(driver, "POST", "/session", .object(["capabilities": .object(["alwaysMatch": wanted])]))
        guard let id = made["sessionId"]?.string else { throw Trouble("the driver has made no session") }
        session = id
        // Longer than any wait of ours, each of which says what it has waited for.
        try post("/timeouts", .object(["script": .number(120_000)]))
        if look.isDark {
            let feature: JSONValue = .object(["name": .text("prefers-color-scheme"), "value": .text("dark")])
            try command("Emulation.setEmulatedMedia", .object(["features": .list([feature])]))
        }
    }

    /// Closes it.
    func end() { _ = try? Self.ask(driver, "DELETE", "/session/\(session)", nil) }

    private static func ask(
        _ driver: HTTPExchange,
        _ method: String,
        _ path: String,
        _ body: JSONValue?
    ) throws -> JSONValue {
        let text = body.map { String(decoding: $0.bytes, as: UTF8.self) }
        let (status, bytes) = try driver.ask(method, path, body: text)
        guard let answer = try? JSONValue(parsing: bytes), let value = answer["value"] else {
            throw Trouble("the driver answers \(status) to \(path)")
        }
        guard status == 200 else { throw Trouble("\(path): \(value["message"]?.string ?? "\(status)")") }
        return value
    }

    @discardableResult
    private func post(_ path: String, _ body: JSONValue) throws -> JSONValue {
        try Self.ask(driver, "POST", "/session/\(session)\(path)", body)
    }

    @discardableResult
    private func command(_ name: String, _ parameters: JSONValue) throws -> JSONValue {
        try post("/goog/cdp/execute", .object(["cmd": .text(name), "params": parameters]))
    }

    /// Opens an address.
    func open(_ url: String) throws { try post("/url", .object(["url": .text(url)])) }

    /// Runs a script in the page, and gives what it returns.
    @discardableResult
    func run(_ script: String) throws -> JSONValue {
        try post("/execute/sync", .object(["script": .text(script), "args": .list([])]))
    }

    /// What an expression comes to in the page.
    func value(_ expression: String) throws -> JSONValue { try run("return (\(expression));") }

    /// Waits until an expression is true in the page: the page itself looks at it, as often as it draws.
    func wait(for expression: String, seconds: Int = 30) throws {
        let script = """
            const done = arguments[arguments.length - 1], end = performance.now() + \(seconds * 1000);
            (function look() {
              let value = false;
              try { value = (\(expression)); } catch { }
              if (value) done(true); else if (performance.now() > end) done(false); else setTimeout(look, 20);
            })();
            """
        let body: JSONValue = .object(["script": .text(script), "args": .list([])])
        guard try post("/execute/async", body).boolean == true else {
            throw Trouble("in \(seconds) s it did not become true that \(expression)")
        }
    }

    private func element(_ selector: String) throws -> String {
        let found = try post("/element", .object(["using": .text("css selector"), "value": .text(selector)]))
        guard let id = found.members?.first?.value.string else { throw Trouble("there is no \(selector)") }
        return id
    }

    /// Presses what the selector means.
    func click(_ selector: String) throws { try post("/element/\(element(selector))/click", .object([:])) }

    /// Types into what the selector means.
    func type(_ text: String, into selector: String) throws {
        try post("/element/\(element(selector))/value", .object(["text": .text(text)]))
    }

    /// Presses keys one after the other, with others held down, wherever the keyboard's focus is.
    func press(_ keys: [String], holding held: [String] = []) throws {
        var actions = held.map { action("keyDown", $0) }
        for key in keys { actions += [action("keyDown", key), action("keyUp", key)] }
        actions += held.map { action("keyUp", $0) }
        let keyboard: JSONValue = .object(["type": .text("key"), "id": .text("keyboard"), "actions": .list(actions)])
        try post("/actions", .object(["actions": .list([keyboard])]))
    }

    private func action(_ type: String, _ key: String) -> JSONValue {
        .object(["type": .text(type), "value": .text(key)])
    }

    /// Writes a picture of the whole page to a file.
    func picture(_ path: String) throws {
        let made = try command("Page.captureScreenshot", .object(["captureBeyondViewport": .flag(true)]))
        guard let data = made["data"]?.string, let bytes = Base64.decode(data), let file = fopen(path, "w") else {
            throw Trouble("no picture could be written to \(path)")
        }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Trouble("\(path) could not be written") }
    }

    /// What the page and the browser have complained of since this was asked for last.
    func complaints() throws -> [String] {
        let log = try post("/se/log", .object(["type": .text("browser")]))
        return (log.items ?? []).compactMap { $0["message"]?.string }
    }
}

/// Keys that are no letters, as WebDriver writes them.
enum Key {
    static let tab = "\u{E004}"
    static let enter = "\u{E007}"
    static let shift = "\u{E008}"
    static let control = "\u{E009}"
    static let escape = "\u{E00C}"
    static let right = "\u{E014}"
}
