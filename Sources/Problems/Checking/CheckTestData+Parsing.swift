extension CheckTestData {
    /// Makes nested tuples of a program's text.
    static let parsing = ##"""
        import re
        import sys
        from fractions import Fraction

        TOKEN = re.compile(
            r'(?P<blank>\s+|#[^\n]*)|(?P<text>"(?:[^"\\]|\\.)*")|(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)'
            r"|(?P<name>[A-Za-z][A-Za-z0-9_]*)|(?P<sign>&&|\|\||[<>=!]=|[-+*/%^(),<>=!\[\]])",
            re.S,
        )
        LOOPS = ("REP", "REPI", "WHILE", "WHILEI")


        def broken(why):
            print("the program is broken: " + why)
            sys.exit(1)


        def unescaped(text):
            def one(match):
                word = match.group(1)
                if word == "\n":
                    return ""
                if word[0] in "01234567":
                    return chr(int(word, 8) & 255)
                return {"n": "\n", "t": "\t", "r": "\r", "b": "\b", '"': '"', "\\": "\\"}.get(word, "\\" + word)

            return re.sub(r"\\([0-7]{1,3}|.)", one, text[1:-1], flags=re.S)


        class Parser:
            def __init__(self, source):
                self.tokens = []
                place = 0
                while place < len(source):
                    match = TOKEN.match(source, place)
                    if not match:
                        broken("line %d: %r" % (source.count("\n", 0, place) + 1, source[place]))
                    if match.lastgroup != "blank":
                        self.tokens.append((match.lastgroup, match.group(), source.count("\n", 0, place) + 1))
                    place = match.end()
                self.tokens.append(("end", "the end", source.count("\n") + 1))
                self.place = 0

            def peek(self):
                return self.tokens[self.place][1] if self.tokens[self.place][0] != "text" else None

            def take(self, *wanted):
                kind, text, line = self.tokens[self.place]
                if wanted and (kind == "text" or text not in wanted):
                    raise SyntaxError("line %d: %s where %s should be" % (line, text, " or ".join(wanted)))
                self.place += 1
                return text

            def has(self, *wanted):
                if self.peek() in wanted:
                    self.place += 1
                    return True
                return False

            def program(self, *ends):
                commands = []
                while self.peek() not in ends:
                    commands.append(self.command())
                return commands

            def command(self):
                kind, word, line = self.tokens[self.place]
                self.place += 1
                if kind != "name":
                    raise SyntaxError("line %d: %s is no command" % (line, word))
                if word in ("SPACE", "NEWLINE", "EOF"):
                    return (word,)
                if word in LOOPS:
                    return self.loop(word)
                if word == "IF":
                    self.take("(")
                    test = self.test()
                    self.take(")")
                    first = self.program("ELSE", "END")
                    other = self.program("END") if self.has("ELSE") else []
                    self.take("END")
                    return ("IF", test, first, other)
                self.take("(")
                if word == "ASSERT":
                    arguments = [self.test()]
                elif word == "SET":
                    arguments = [self.assignment()]
                    while self.has(","):
                        arguments.append(self.assignment())
                elif word == "UNSET":
                    arguments = [self.take()]
                    while self.has(","):
                        arguments.append(self.take())
                elif word in ("INT", "FLOAT", "FLOATP", "STRING", "REGEX"):
                    arguments = [self.sum()]
                    while self.has(","):
                        arguments.append(self.take() if self.peek() in ("FIXED", "SCIENTIFIC") else self.sum())
                else:
                    raise SyntaxError("line %d: there is no command %s" % (line, word))
                self.take(")")
                return (word, arguments)

            def loop(self, word):
                self.take("(")
                counter = None
                if word in ("REPI", "WHILEI"):
                    counter = self.variable()
                    self.take(",")
                head = self.sum() if word.startswith("REP") else self.test()
                separator = []
                if self.has(","):
                    separator = self.program(")")
                self.take(")")
                body = self.program("END")
                self.take("END")
                return (word[:3] == "REP" and "REP" or "WHILE", counter, head, separator, body)

            def assignment(self):
                variable = self.variable()
                self.take("=")
                return (variable, self.sum())

            def variable(self):
                name = self.take()
                indices = []
                if self.has("["):
                    indices.append(self.sum())
                    while self.has(","):
                        indices.append(self.sum())
                    self.take("]")
                return ("variable", name, indices)

            def sum(self):
                left = self.product()
                while self.peek() in ("+", "-"):
                    left = (self.take(), left, self.product())
                return left

            def product(self):
                left = self.power()
                while self.peek() in ("*", "/", "%"):
                    left = (self.take(), left, self.power())
                return left

            def power(self):
                if self.has("-"):
                    return ("negative", self.power())
                left = self.atom()
                return ("^", left, self.power()) if self.has("^") else left

            def atom(self):
                kind, text, line = self.tokens[self.place]
                if kind == "text":
                    self.place += 1
                    return ("value", unescaped(text))
                if kind == "number":
                    self.place += 1
                    return ("value", int(text) if text.isdigit() else Fraction(text))
                if self.has("("):
                    inner = self.sum()
                    self.take(")")
                    return inner
                if kind != "name":
                    raise SyntaxError("line %d: %s is no value" % (line, text))
                if self.has("STRLEN"):
                    self.take("(")
                    inner = self.sum()
                    self.take(")")
                    return ("STRLEN", inner)
                return self.variable()

            def test(self):
                left = self.both()
                while self.has("||"):
                    left = ("||", left, self.both())
                return left

            def both(self):
                left = self.single()
                while self.has("&&"):
                    left = ("&&", left, self.single())
                return left

            def single(self):
                if self.has("!"):
                    return ("!", self.single())
                if self.has("ISEOF"):
                    return ("ISEOF",)
                if self.peek() in ("MATCH", "UNIQUE", "INARRAY"):
                    word = self.take()
                    self.take("(")
                    arguments = [self.sum()]
                    while self.has(","):
                        arguments.append(self.sum())
                    self.take(")")
                    return (word, arguments)
                start = self.place
                if self.has("("):
                    # What is in brackets may be a test, or a part of what is compared.
                    try:
                        inner = self.test()
                        self.take(")")
                        if self.peek() in (")", "&&", "||", ","):
                            return inner
                    except SyntaxError:
                        pass
                    self.place = start
                left = self.sum()
                return (self.take("<", ">", "<=", ">=", "==", "!="), left, self.sum())
        """##
}
