import Glibc
import Linux
import Testing

struct FileLockTests {
    @Test func `a lock is on the file that it was taken on, and on no other that has its name later`() throws {
        let path = "/tmp/assay-lock-\(UInt64.random(in: 0 ... .max))"
        let lock = try FileLock(path: path)
        let isOnAtFirst = lock.isOn(path)
        #expect(isOnAtFirst)
        #expect(rename(path, path + "-old") == 0)
        let (isOnNothing, isOnOld) = (lock.isOn(path), lock.isOn(path + "-old"))
        #expect(!isOnNothing && isOnOld)
        let other = try FileLock(path: path)
        let (isOtherOn, isOnOther) = (other.isOn(path), lock.isOn(path))
        #expect(isOtherOn && !isOnOther)
        unlink(path)
        unlink(path + "-old")
    }
}
