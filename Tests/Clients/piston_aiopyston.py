"""piston_aiopyston.py ADDRESS KEY: a published client of Piston, unchanged, against a service that judges."""

import asyncio
import sys

from pyston import File, PystonClient
from pyston.exceptions import ExecutionError

address, key = sys.argv[1:]


def expect(found, wanted):
    if found != wanted:
        sys.exit(f"piston_aiopyston: {found!r} where there should be {wanted!r}")


async def main():
    client = PystonClient(api_key=f"Bearer {key}", base_url=f"{address}/api/v2/piston/")
    try:
        expect({"python", "c++"} <= await client.languages(), True)
        expect((await client.get_runtimes("py"))[0].language, "python")
        # A program, its input and arguments; the file has no name.
        output = await client.execute(
            "py", [File("import sys; print(input(), sys.argv[1:])")], stdin="in", args=["a", "b c"]
        )
        expect((output.run_stage.stdout, output.run_stage.code), ("in ['a', 'b c']\n", 0))
        # Two files, of which the first is started.
        output = await client.execute("python", [File("import two", "one.py"), File("print(2)", "two.py")])
        expect((output.run_stage.stdout, output.success), ("2\n", True))
        # A compiled language: what the compiler says, and what a program ends with.
        output = await client.execute("c++", [File("int main() { return 3; }", "a.cpp")])
        expect((output.compile_stage.code, output.run_stage.code), (0, 3))
        output = await client.execute("c++", [File("int main() { return x; }", "a.cpp")])
        expect((output.compile_stage.code, output.run_stage), (1, None))
        # More time than it has.
        output = await client.execute("python", [File("while True: pass")], run_timeout=500)
        expect((output.run_stage.code, output.run_stage.signal), (None, "SIGKILL"))
        # What there is not.
        try:
            await client.execute("klingon", [File("x")])
            sys.exit("piston_aiopyston: a language that there is not was run")
        except ExecutionError as error:
            expect("unknown" in str(error), True)
    finally:
        await client.close_session()


asyncio.run(main())
