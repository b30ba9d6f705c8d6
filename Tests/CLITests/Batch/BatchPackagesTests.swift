import Batch
import Testing

@testable import CLI

/// Packages are told apart, whatever their directories are called.
@Suite struct BatchPackagesTests {
    @Test(arguments: [
        (["/p/a", "/p/b"], ["a", "b"]),
        (["/x/same", "/y/same", "/y/other"], ["x/same", "y/same", "other"]),
        (["same", "x/same", "y/x/same"], ["same", "x/same", "y/x/same"]),
        (["/x/1/same", "/y/1/same", "/x/2/same"], ["x/1/same", "y/1/same", "x/2/same"]),
        (["./x/same/", "./y/same"], ["x/same", "y/same"]),
    ])
    func `a name has as many directories as it needs`(paths: [String], names: [String]) {
        let packages = BatchPackages(paths)
        #expect(paths.map { packages.name(of: $0) } == names)
        #expect(zip(paths, names).allSatisfy { packages.paths(called: $1) == [$0] })
    }

    @Test func `a name that several could have stands for all of them`() {
        let packages = BatchPackages(["/x/same", "/y/same"])
        #expect(packages.paths(called: "same") == ["/x/same", "/y/same"])
        #expect(packages.paths(called: "z/same").isEmpty)
    }

    @Test func `zip files of one name are told apart by where they are`() {
        let packages = BatchPackages(["/state/1/same", "/state/2/same"]) { path in
            path == "/state/1/same" ? "x/p.zip/same" : "y/p.zip/same"
        }
        #expect(packages.name(of: "/state/1/same") == "x/p.zip/same")
        #expect(packages.name(of: "/state/2/same") == "y/p.zip/same")
    }

    @Test func `submissions of packages of one name have ids of their own`() throws {
        let scratch = try ScratchDirectory()
        for directory in ["x", "y"] {
            try scratch.file("\(directory)/same/problem.yaml", [])
            try scratch.file("\(directory)/same/data/secret/1.in", [])
            try scratch.file("\(directory)/same/data/secret/1.ans", [])
            try scratch.file("\(directory)/same/submissions/accepted/a.sh", [])
        }
        let packages = BatchPackages(["\(scratch.path)/x/same", "\(scratch.path)/y/same"])
        var source = try PackageSource(packages, shelf: PackageShelf())
        var ids: [String] = []
        while let item = try source.next() { ids.append(item.id) }
        #expect(ids == ["x/same/accepted/a.sh", "y/same/accepted/a.sh"])
    }
}
