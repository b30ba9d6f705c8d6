extension CheckTestData {
    /// Reads an input as such tuples say.
    static let reading = ##"""
        import re
        from fractions import Fraction

        from parsing import broken


        class Refused(Exception):
            pass


        class Reader:
            def __init__(self, text):
                self.text = text
                self.place = 0
                self.values = {}

            def refuse(self, wanted):
                line = self.text.count("\n", 0, self.place) + 1
                found = self.text[self.place : self.place + 20]
                raise Refused("line %d: %s is wanted, and there is %r" % (line, wanted, found))

            def run(self, commands):
                for command in commands:
                    getattr(self, "do_" + command[0])(*command[1:])

            def literal(self, text, name):
                if not self.text.startswith(text, self.place):
                    self.refuse(name)
                self.place += len(text)

            def do_SPACE(self):
                self.literal(" ", "a space")

            def do_NEWLINE(self):
                self.literal("\n", "the end of the line")

            def do_EOF(self):
                if self.place < len(self.text):
                    self.refuse("the end of the file")

            def match(self, pattern, name):
                match = pattern.match(self.text, self.place)
                if not match:
                    self.refuse(name)
                return match

            def within(self, value, match, low, high):
                if not low <= value <= high:
                    self.refuse("a number from %s to %s" % (low, high))
                self.place = match.end()

            def do_INT(self, arguments):
                low, high = self.value(arguments[0]), self.value(arguments[1])
                match = self.match(re.compile("0|-?[1-9][0-9]*"), "an integer")
                self.within(int(match.group()), match, low, high)
                if len(arguments) > 2:
                    self.assign(arguments[2], int(match.group()))

            def do_FLOAT(self, arguments):
                self.number(arguments[:2], r"[0-9]+", True, arguments[2:])

            def do_FLOATP(self, arguments):
                least, most = self.value(arguments[2]), self.value(arguments[3])
                self.number(arguments[:2], "[0-9]{%d,%d}" % (least, most), least == 0, arguments[4:])

            def number(self, bounds, decimals, optional, rest):
                whole, point = "(?:0|[1-9][0-9]*)", r"(?:\.%s)" % decimals + ("?" if optional else "")
                fixed, scientific = whole + point, "[0-9]" + point + "[eE][+-]?[0-9]+"
                if "FIXED" in rest:
                    pattern = fixed
                elif "SCIENTIFIC" in rest:
                    pattern = scientific
                else:
                    pattern = whole + point + "(?:[eE][+-]?[0-9]+)?"
                match = self.match(re.compile("-?" + pattern + r"(?![0-9.eE])"), "a decimal number")
                self.within(Fraction(match.group()), match, self.value(bounds[0]), self.value(bounds[1]))
                if rest and not isinstance(rest[0], str):
                    self.assign(rest[0], Fraction(match.group()))

            def do_STRING(self, arguments):
                text = self.value(arguments[0])
                self.literal(text, repr(text))

            def do_REGEX(self, arguments):
                pattern = self.value(arguments[0])
                match = self.match(re.compile(pattern), "what matches " + pattern)
                self.place = match.end()
                if len(arguments) > 1:
                    self.assign(arguments[1], match.group())

            def do_ASSERT(self, arguments):
                if not self.truth(arguments[0]):
                    self.refuse("something else (ASSERT)")

            def do_SET(self, arguments):
                for variable, value in arguments:
                    self.assign(variable, self.value(value))

            def do_UNSET(self, arguments):
                for name in arguments:
                    self.values.pop(name, None)

            def do_IF(self, test, first, other):
                self.run(first if self.truth(test) else other)

            def do_REP(self, counter, count, separator, body):
                for number in range(self.value(count)):
                    self.turn(number, counter, separator, body)

            def do_WHILE(self, counter, test, separator, body):
                number = 0
                if counter:
                    self.assign(counter, 0)
                while self.truth(test):
                    self.turn(number, counter, separator, body)
                    number += 1
                    if counter:
                        self.assign(counter, number)

            def turn(self, number, counter, separator, body):
                if number > 0:
                    self.run(separator)
                if counter:
                    self.assign(counter, number)
                self.run(body)

            def assign(self, variable, value):
                _, name, indices = variable
                self.values.setdefault(name, {})[tuple(self.value(index) for index in indices)] = value

            def value(self, node):
                kind = node[0]
                if kind == "value":
                    return node[1]
                if kind == "variable":
                    index = tuple(self.value(index) for index in node[2])
                    if index not in self.values.get(node[1], {}):
                        broken("%s has no value" % node[1])
                    return self.values[node[1]][index]
                if kind == "STRLEN":
                    return len(self.value(node[1]))
                if kind == "negative":
                    return -self.value(node[1])
                left, right = self.value(node[1]), self.value(node[2])
                if kind == "+":
                    return left + right
                if kind == "-":
                    return left - right
                if kind == "*":
                    return left * right
                if kind == "^":
                    return left**right
                if right == 0:
                    broken("a division by zero")
                if isinstance(left, int) and isinstance(right, int):
                    # Towards zero, as in C.
                    quotient = abs(left) // abs(right) * (1 if (left < 0) == (right < 0) else -1)
                    return quotient if kind == "/" else left - right * quotient
                return Fraction(left) / right if kind == "/" else broken("% of no integer")

            def truth(self, node):
                kind = node[0]
                if kind == "!":
                    return not self.truth(node[1])
                if kind == "&&":
                    return self.truth(node[1]) and self.truth(node[2])
                if kind == "||":
                    return self.truth(node[1]) or self.truth(node[2])
                if kind == "ISEOF":
                    return self.place == len(self.text)
                if kind == "MATCH":
                    return self.place < len(self.text) and self.text[self.place] in self.value(node[1][0])
                if kind == "INARRAY":
                    return self.value(node[1][0]) in self.values.get(node[1][1][1], {}).values()
                if kind == "UNIQUE":
                    arrays = [self.values.get(array[1], {}) for array in node[1]]
                    rows = [tuple(array.get(index) for array in arrays) for index in arrays[0]]
                    return len(rows) == len(set(rows))
                left, right = self.value(node[1]), self.value(node[2])
                return {
                    "<": lambda: left < right,
                    ">": lambda: left > right,
                    "<=": lambda: left <= right,
                    ">=": lambda: left >= right,
                    "==": lambda: left == right,
                    "!=": lambda: left != right,
                }[kind]()
        """##
}
