# Goes through the whole maze again and again, until no distance gets smaller.
import sys

_, *rows = sys.stdin.read().splitlines()
width = len(rows[0]) + 1
maze = "#" * width + "#".join(rows) + "#" * (width + 1)
ways = {maze.index("S"): ""}
changed = True
while changed:
    changed = False
    for place in reversed(range(width, len(maze) - width)):
        if maze[place] == "#":
            continue
        for letter, step in {"U": -width, "D": width, "L": -1, "R": 1}.items():
            way = ways.get(place - step)
            if way is not None and len(way) + 1 < len(ways.get(place, maze)):
                ways[place] = way + letter
                changed = True
print(ways.get(maze.index("E"), "NONE"))
