# The first way that depth-first search finds is seldom a shortest one.
import sys

_, *rows = sys.stdin.read().splitlines()
width = len(rows[0]) + 1
maze = "#" * width + "#".join(rows) + "#" * (width + 1)
start, end = maze.index("S"), maze.index("E")
came, stack = {start: ""}, [start]
steps = {"U": -width, "L": -1, "D": width, "R": 1}
while stack:
    place = stack.pop()
    for letter, step in steps.items():
        if maze[place + step] != "#" and place + step not in came:
            came[place + step] = letter
            stack.append(place + step)
way = []
while end in came and end != start:
    way.append(came[end])
    end -= steps[way[-1]]
print("".join(reversed(way)) or "NONE")
