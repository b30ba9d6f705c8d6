"""judge0_sdk.py ADDRESS KEY: Judge0's own client of PyPI, unchanged, against a service that judges."""

import base64
import http.server
import json
import queue
import sys
import threading

import judge0

address, key = sys.argv[1:]
client = judge0.Client(address, {"X-Auth-Token": key})


def expect(found, wanted):
    if found != wanted:
        sys.exit(f"judge0_sdk: {found!r} where there should be {wanted!r}")


# What it tells of itself, and what the client makes of that.
expect(client.version, "1.13.1")
expect([status["id"] for status in client.get_statuses()], list(range(1, 15)))
expect(client.config.enable_wait_result, True)
expect(client.is_language_supported(judge0.PYTHON), True)
expect(client.get_language(71).id, 71)

# One run, with its input.
result = judge0.run(client=client, source_code="print('hello,', input())", language=judge0.PYTHON, stdin="Judge0")
expect((result.stdout, result.status), ("hello, Judge0\n", judge0.Status.ACCEPTED))

# Several tests of one program, which go as a batch.
results = judge0.run(
    client=client,
    source_code="print(int(input()) ** 2)",
    language=judge0.PYTHON,
    test_cases=[judge0.TestCase("3", "9"), judge0.TestCase("4", "16"), judge0.TestCase("5", "26")],
)
expect(
    [one.status for one in results],
    [judge0.Status.ACCEPTED, judge0.Status.ACCEPTED, judge0.Status.WRONG_ANSWER],
)

# What goes wrong, in its own way each time.
for source, language, status in [
    ("int main() { return x; }", judge0.CPP, judge0.Status.COMPILATION_ERROR),
    ("print(1", judge0.PYTHON, judge0.Status.RUNTIME_ERROR_NZEC),
    ("raise SystemExit(7)", judge0.PYTHON, judge0.Status.RUNTIME_ERROR_NZEC),
    ("int main() { int *p = nullptr; return *(volatile int *)p; }", judge0.CPP, judge0.Status.RUNTIME_ERROR_SIGSEGV),
    ("while True: pass", judge0.PYTHON, judge0.Status.TIME_LIMIT_EXCEEDED),
]:
    result = judge0.run(client=client, source_code=source, language=language, cpu_time_limit=1)
    expect(result.status, status)
expect(result.time is not None, True)

# A callback, as it was asked for by the client, and read by its class for submissions, which takes UUIDs alone.
told = queue.Queue()


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_PUT(self):
        told.put((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
threading.Thread(target=server.serve_forever, daemon=True).start()
made = judge0.async_execute(
    client=client,
    source_code="print('told')",
    language=judge0.PYTHON,
    callback_url=f"http://127.0.0.1:{server.server_port}/done?n=1",
)
path, body = told.get(timeout=300)
server.shutdown()
expect(path, "/done?n=1")
answer = json.loads(body)
expect((answer["token"], answer["status"]["id"]), (made.token, 3))
expect(base64.b64decode(answer["stdout"]), b"told\n")
read = judge0.Submission(**answer)
expect((str(read.token), read.stdout, read.status), (answer["token"], "told\n", judge0.Status.ACCEPTED))
