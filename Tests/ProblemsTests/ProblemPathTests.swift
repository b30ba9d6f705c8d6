import Problems
import Testing

@Suite struct ProblemPathTests {
    private func failure(_ problem: String, in directories: [String]) -> String {
        do throws(PackageError) {
            return "found " + (try ProblemPath.find(problem, in: directories))
        } catch {
            return error.description
        }
    }

    /// The directory that has the package.
    private func parent(_ package: ScratchPackage) -> String {
        String(
            package.directory.prefix { $0 != "\0" }.dropLast(package.directory.split(separator: "/").last?.count ?? 0)
                .dropLast()
        )
    }

    @Test func `looks names up in their order`() throws {
        let first = ScratchPackage.complete(name: "hello")
        let second = ScratchPackage.complete(name: "hello")
        let places = ["/nowhere", parent(first), parent(second)]
        #expect(try ProblemPath.find("hello", in: places) == first.directory)
    }

    @Test func `takes paths as they are`() throws {
        let package = ScratchPackage.complete(name: "hello")
        #expect(try ProblemPath.find(package.directory, in: []) == package.directory)
        #expect(try ProblemPath.find(package.directory + "/", in: []) == package.directory + "/")
        #expect(try ProblemPath.find(".", in: []) == ".")
    }

    @Test func `suggests near names`() {
        let package = ScratchPackage.complete(name: "hello")
        let place = parent(package)
        let message = "there is no problem of this name in \(place)"
        #expect(failure("helo", in: [place]) == "helo: \(message); did you mean hello?")
        #expect(failure("Hello", in: [place]) == "Hello: \(message); did you mean hello?")
        #expect(
            failure("twosum", in: [place]) == "twosum: \(message); give a package's directory, or set ASSAY_PROBLEMS"
        )
        #expect(failure("\(place)/helo", in: []) == "\(place)/helo: there is no such directory; did you mean hello?")
        #expect(failure("/nowhere/x/", in: [place]) == "/nowhere/x/: there is no such directory; check the path")
    }

    @Test func `refuses files, most clearly zip files`() {
        let package = ScratchPackage.complete(["hello.zip": "PK", "a.txt": ""])
        let zip = package.directory + "/hello.zip"
        #expect(failure(zip, in: []) == "\(zip): there is no place to unpack it in; unzip it")
        let file = package.directory + "/a.txt"
        #expect(
            failure(file, in: [])
                == "\(file): this is a file and no package; give the directory of the package, or its zip file"
        )
    }

    @Test(arguments: ["", "a\0b"])
    func `refuses names that are none`(name: String) {
        #expect(failure(name, in: ["/tmp"]).hasSuffix(": this names no problem; give a package's directory or name"))
    }

    @Test func `searches the stated places first and the installed one last`() {
        let stated = ["ASSAY_PROBLEMS": "/a:/b"]
        #expect(ProblemPath.searchPath(environment: stated, shareDirectory: "/s") == ["/a", "/b", "./Problems", "/s"])
        #expect(ProblemPath.searchPath(environment: [:], shareDirectory: nil) == ["./Problems"])
    }
}
