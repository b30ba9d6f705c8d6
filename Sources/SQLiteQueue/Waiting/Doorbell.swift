internal import Glibc
internal import Linux

/// Where threads wait for something to have happened in this process.
///
/// Unchecked: `lock` and `condition` are made for threads, and `state` is touched under `lock` only.
final class Doorbell: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var rings: UInt64 = 0
    private var calls: UInt64 = 0

    init() {
        pthread_mutex_init(lock, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        // A step of the machine's clock must not end, or prolong, a wait.
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(lock)
        lock.deallocate()
        condition.deallocate()
    }

    /// How often it was rung, and how often all who wait were called away.
    var count: (rings: UInt64, calls: UInt64) {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return (rings, calls)
    }

    /// Something has happened.
    func ring() {
        pthread_mutex_lock(lock)
        rings += 1
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(lock)
    }

    /// Nobody is to wait any longer.
    func callAway() {
        pthread_mutex_lock(lock)
        calls += 1
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(lock)
    }

    /// Waits until it is rung more often than `known` says, or called away; not beyond `deadline` on the monotonic clock.
    func wait(beyond known: (rings: UInt64, calls: UInt64), until deadline: UInt64) {
        var time = timespec(tv_sec: Int(deadline / 1_000_000_000), tv_nsec: Int(deadline % 1_000_000_000))
        pthread_mutex_lock(lock)
        while rings == known.rings, calls == known.calls {
            if pthread_cond_timedwait(condition, lock, &time) != 0 { break }
        }
        pthread_mutex_unlock(lock)
    }
}
