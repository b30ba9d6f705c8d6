# One string for the whole maze, with walls around: a step is an addition.
import sys


def find(rows):
    width = len(rows[0]) + 1
    maze = "#" * width + "#".join(rows) + "#" * (width + 1)
    start, end = maze.index("S"), maze.index("E")
    steps = {"U": -width, "D": width, "L": -1, "R": 1}
    came = {start: ""}
    border = [start]
    while border and end not in came:
        new = []
        for place in border:
            for letter, step in steps.items():
                next = place + step
                if maze[next] != "#" and next not in came:
                    came[next] = letter
                    new.append(next)
        border = new
    if end not in came:
        return "NONE"
    way = []
    place = end
    while place != start:
        way.append(came[place])
        place -= steps[came[place]]
    return "".join(reversed(way))


_, *rows = sys.stdin.read().splitlines()
print(find(rows))
