# What a solution in Python may do besides computing: threads, children, files, time, memory.
import asyncio, multiprocessing, os, random, signal, subprocess, sys, tempfile, threading, time
from concurrent.futures import ThreadPoolExecutor

sys.setrecursionlimit(10000)
text = sys.stdin.buffer.read()
threading.stack_size(1 << 24)
with ThreadPoolExecutor(4) as pool:
    sum(pool.map(lambda number: len(bytearray(1 << 22)) + number, range(8)))
thread = threading.Thread(target=lambda: time.sleep(0.001))
thread.start()
thread.join()
with tempfile.TemporaryDirectory() as directory:
    path = os.path.join(directory, 'text')
    with open(path, 'w') as file:
        file.write('text')
        file.flush()
        os.fsync(file.fileno())
    os.rename(path, path + '2')
    os.listdir(directory)
child = os.fork()
if child == 0:
    os._exit(0)
os.waitpid(child, 0)
subprocess.run(['/usr/bin/true'], capture_output=True)
signal.signal(signal.SIGALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 0.001)
time.sleep(0.01)
random.seed()
os.urandom(8)
table = {number: str(number) for number in range(1000000)}


async def together():
    loop = asyncio.get_running_loop()
    await asyncio.gather(asyncio.sleep(0.001), loop.run_in_executor(None, time.sleep, 0.001))
    child = await asyncio.create_subprocess_exec('/usr/bin/true')
    await child.wait()

asyncio.run(together())
with multiprocessing.Pool(2) as pool:
    pool.map(abs, range(10))
print('done', len(table), time.perf_counter() > 0)
