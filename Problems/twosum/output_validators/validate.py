#!/usr/bin/env python3
"""Accepts every pair of positions whose numbers add up to the sum, or IMPOSSIBLE where there is none.

    validate.py input answer feedback_dir [first_position N] [case_sensitive] < output of the team

Exit code 42: right; 43: wrong; anything else: the judges' own mistake.
"""

import os
import sys

RIGHT, WRONG, JUDGES_MISTAKE = 42, 43, 1
LONGEST_OUTPUT = 1_000


def write(feedback, name, text):
    with open(os.path.join(feedback, name), "a", encoding="utf-8") as file:
        file.write(text + "\n")


def shown(word):
    """The beginning of `word`, with question marks for whatever is not printable ASCII."""
    text = "".join(chr(byte) if 32 < byte < 127 else "?" for byte in word[:30])
    return repr(text + ("..." if len(word) > 30 else ""))


def position_of(word, first, count):
    """The index in the list that `word` stands for, or None. Only plain digits count."""
    digits = word[1:] if word[:1] == b"-" else word
    if not (1 <= len(digits) <= 9 and digits.isdigit()):
        return None
    index = int(word) - first
    return index if 0 <= index < count else None


def why_wrong(output, count, total, numbers, is_possible, first, is_case_sensitive):
    """What is wrong with the output, for the judges and for the team; None if it is right."""
    words = output.split()
    if not words:
        return "there is no output", "There is no output."
    if len(output) > LONGEST_OUTPUT:
        return f"more than {LONGEST_OUTPUT} bytes of output", "The output is too long."
    if (words[0] if is_case_sensitive else words[0].upper()) == b"IMPOSSIBLE":
        if len(words) > 1:
            return f"{shown(words[1])} follows the word IMPOSSIBLE", "Something follows the word IMPOSSIBLE."
        return ("the team found no pair, the judges did", "There is such a pair.") if is_possible else None
    if len(words) != 2:
        return f"{len(words)} words instead of 2", "Two positions are expected."
    indices = [position_of(word, first, count) for word in words]
    for word, index in zip(words, indices):
        if index is None:
            return f"{shown(word)} is not a position", "Something in the output is not a position in the list."
    if indices[0] == indices[1]:
        return f"the position {shown(words[0])} twice", "The two positions are the same."
    found = numbers[indices[0]] + numbers[indices[1]]
    if found != total:
        return f"the sum is {found} instead of {total}", "The two numbers do not add up to the sum."
    if not is_possible:
        raise ValueError("there is a pair where the judges say IMPOSSIBLE")
    return None


def main(arguments):
    input_path, answer_path, feedback, *flags = arguments
    first, is_case_sensitive = 0, False
    while flags:
        flag = flags.pop(0)
        if flag == "first_position" and flags:
            first = int(flags.pop(0))
        elif flag == "case_sensitive":
            is_case_sensitive = True
        else:
            raise ValueError(f"unknown argument {flag}")

    with open(input_path, "rb") as file:
        count, total, *numbers = map(int, file.read().split())
    if len(numbers) != count:
        raise ValueError("the input has another length than it says")
    with open(answer_path, "rb") as file:
        answer = file.read()
    case = (count, total, numbers, answer.split() != [b"IMPOSSIBLE"], first, is_case_sensitive)
    if why := why_wrong(answer, *case):
        raise ValueError(f"the judges' answer is wrong: {why[0]}")

    why = why_wrong(sys.stdin.buffer.read(LONGEST_OUTPUT + 1), *case)
    if why is None:
        return RIGHT
    write(feedback, "judgemessage.txt", "Wrong answer: " + why[0])
    write(feedback, "teammessage.txt", why[1])
    return WRONG


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
    except (OSError, ValueError) as error:
        print(f"judges' mistake: {error}", file=sys.stderr)
        code = JUDGES_MISTAKE
    sys.exit(code)
