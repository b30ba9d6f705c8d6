internal import Core
internal import YAML

/// What DMOJ's signature grading adds to a submission: a file with `main`, and a header for both.
struct Signature {
    /// The file with `main`, by what it is called in the package.
    var entry: BoxFile
    var header: BoxFile
    var allowsMain: Bool

    fileprivate static let define = "#define SIGNATURE_GRADER 1\n"

    /// Makes it part of the problem.
    func add(to problem: inout Problem) {
        let isCpp = ["cpp", "cc", "cxx", "c++"].contains(entry.path.split(separator: ".").last.map(String.init) ?? "")
        problem.languages = isCpp ? ["cpp"] : ["c", "cpp"]
        for (language, ending) in [("c", "c"), ("cpp", "cpp")] where !isCpp || language == "cpp" {
            // The language of the submission is that of the entry, too.
            let file = BoxFile(path: "assay-entry.\(ending)", content: entry.content)
            problem.includes[language] = [file, header]
        }
        var prologue = "\(Signature.define)#include \"\(header.path)\"\n"
        if !allowsMain { prologue += "#define main assay_main_of_submission\n" }
        problem.prologue = Array((prologue + "#line 1\n").utf8)
    }
}

extension InitFile {
    /// What `signature_grader` names; nil, and an issue, for what is wrong.
    func readSignature(_ node: YAMLNode) -> Signature? {
        let settings = InheritedSettings(root: node, path: InitFile.path, findings: tree.findings)
        guard node.pairs != nil, let entry = settings.text("entry"), let header = settings.text("header") else {
            settings.report(
                node,
                "signature_grader must be a mapping with entry and header",
                mend: "write signature_grader: {entry: handler.c, header: header.h}"
            )
            return nil
        }
        settings.noteKeys(except: ["entry", "header", "allow_main"])
        guard header.utf8.allSatisfy({ $0 != UInt8(ascii: "\"") }), !header.contains("/") else {
            settings.report(settings["header"], "the header must be a plain file name", mend: "rename it")
            return nil
        }
        guard let entryFile = files.file(entry, line: settings["entry"]?.line ?? node.line),
            let headerFile = files.file(header, line: settings["header"]?.line ?? node.line)
        else { return nil }
        guard entryFile.byteCount <= 1 << 20, let content = try? entryFile.bytes() else {
            settings.report(settings["entry"], "the entry has more than 1 MiB", mend: "make it smaller")
            return nil
        }
        // DMOJ's compilers are told this for every file.
        let define = Array("\(Signature.define)#line 1\n".utf8)
        return Signature(
            entry: BoxFile(path: entry, content: MemoryBytes(define + content)),
            header: BoxFile(path: header, content: headerFile),
            allowsMain: settings.bool("allow_main")
        )
    }
}
