internal import HTTPServing
public import Linux

extension Routes {
    /// The page: the files of one directory, read once.
    ///
    /// `index.html` is `/`; the others lie beside it, so that it works below a path of a proxy as well.
    ///
    /// - Parameter directory: Where they are.
    /// - Returns: A route for each file that a page has; what else lies there is not served.
    /// - Throws: `Errno` when one cannot be read.
    public static func page(_ directory: String) throws(Errno) -> [Route] {
        var routes: [Route] = []
        for entry in try HostDirectory.entries(of: directory, limit: 1000).sorted(by: { $0.name < $1.name }) {
            guard let dot = entry.name.lastIndex(of: "."), dot != entry.name.startIndex,
                let type = types[String(entry.name[dot...])]
            else { continue }
            let response = response(try HostFile.read(directory + "/" + entry.name), type: type)
            let path = entry.name == "index.html" ? "/" : "/" + entry.name
            // Without a key: it holds nothing that is not in the sources, and asks for all else with one.
            routes.append(Route("GET", path, .open, .atOnce { _ in response }))
        }
        return routes
    }

    private static let types = [
        ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ]

    /// What a page may do: nothing but what its own files and this service make of it.
    ///
    /// No string becomes markup.
    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'"

    private static func response(_ bytes: [UInt8], type: String) -> Response {
        Response(
            status: 200,
            fields: [
                .init(name: "content-type", value: type),
                .init(name: "content-security-policy", value: policy),
                .init(name: "cross-origin-opener-policy", value: "same-origin"),
                .init(name: "permissions-policy", value: "camera=(), geolocation=(), microphone=()"),
                // Modules of two versions must never be mixed.
                .init(name: "cache-control", value: "no-cache"),
            ],
            body: bytes
        )
    }
}
