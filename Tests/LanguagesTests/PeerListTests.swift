import Core
import FoundationEssentials
import Languages
import Testing

/// What others offer is either here, under their names, or the documentation says why it cannot be had.
@Suite struct PeerListTests {
    private static let lists: [(system: String, names: String)] = [
        ("judge0", (43...89).map(String.init).joined(separator: " ")),
        (
            "dmoj",
            """
            ADA ALGL68 AWK BASH BF C C11 C23 CBL CLANG CLPP14 CLPP17 CLPP20 CLPP23 COFFEE CPP03 CPP11 CPP14 CPP17 CPP20
            CPP23 D DART F95 FORTH GAS32 GAS64 GASARM GO GROOVY HASK ICK JAVA JAVA8 KOTLIN LEAN4 LLC LUA MONOCS MONOFS
            MONOVB NASM NASM64 NODEJS OBJC OCAML PAS PERL PHP PIKE PRO PY2 PY3 PYPY PYPY3 RKT RUBY RUST SBCL SCALA SCM
            SED SWIFT TCL TEXT TUR V8JS ZIG
            """
        ),
        (
            "domjudge",
            "adb awk bash c cpp csharp f95 go hs java js kt lua ocaml pas pl plg py3 r rb rs scala sh swift"
        ),
        (
            "kattis",
            """
            ada algol68 apl bash c cgmp cobol cpp cppgmp crystal csharp d dart elixir erlang forth fortran fsharp gerbil
            go haskell java javaalgs4 javascript julia kotlin lisp lua modula2 nim objectivec ocaml octave odin pascal
            perl php prolog python2 python3 python3numpy racket ruby rust scala simula smalltalk snobol swift typescript
            visualbasic zig
            """
        ),
        (
            "piston",
            """
            awk bash befunge93 brachylog brainfuck bqn c c++ cjam clojure cobol coffeescript cow crystal csharp
            csharp.net d dart dash dragon elixir emacs emojicode erlang file forte forth fortran freebasic fsharp.net
            fsi go golfscript groovy haskell husk iverilog japt java javascript jelly julia kotlin lisp llvm_ir lolcode
            lua matl nasm nasm64 nim ocaml octave osabie paradoc pascal perl php ponylang powershell prolog pure pyth
            python python2 racket raku retina rockstar rscript ruby rust samarium scala smalltalk sqlite3 swift
            typescript basic basic.net vlang vyxal yeethon zig
            """
        ),
    ]

    private static let names: [(system: String, name: String)] = lists.flatMap { list in
        list.names.split(whereSeparator: \.isWhitespace).map { (list.system, String($0)) }
    }

    private func offered(_ system: String, _ name: String, _ catalog: LanguageCatalog) -> Bool {
        catalog.profiles.contains { profile in
            switch system {
            case "judge0": profile.names.judge0.contains { String($0) == name }
            case "dmoj": profile.names.dmoj.contains(name)
            case "domjudge": profile.names.domjudge == name
            case "kattis": profile.names.kattis.rawValue == name
            default: profile.names.piston == name
            }
        }
    }

    @Test func `each language of the others is here, or the documentation says why not`() throws {
        let catalog = try Shipped.catalog()
        let page = try String(contentsOfFile: Shipped.sandboxes + "/../docs/languages.md", encoding: .utf8)
        let reasons = page.replacing("## Not to be had", "\u{1}").split(separator: "\u{1}").last.map(String.init) ?? ""
        for (system, name) in Self.names {
            let excused = reasons.contains("`\(system):\(name)`")
            #expect(offered(system, name, catalog) != excused, "\(system):\(name)")
        }
    }

    @Test func `a name of an executor means one language`() throws {
        var owners: [String: LanguageID] = [:]
        for profile in try Shipped.catalog().profiles {
            for name in profile.names.dmoj + (profile.names.domjudge.map { ["domjudge " + $0] } ?? []) {
                #expect(owners[name] == nil, "\(name): \(profile.id), \(String(describing: owners[name]))")
                owners[name] = profile.id
            }
        }
    }
}
